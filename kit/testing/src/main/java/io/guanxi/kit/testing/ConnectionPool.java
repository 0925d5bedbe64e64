package io.guanxi.kit.testing;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import java.time.Duration;

/** The pool that the services use, for those who have no Quarkus around them. */
public final class ConnectionPool {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private ConnectionPool() {}

    /**
     * Opens connections as they are needed.
     *
     * @param size most connections; who asks for one more waits up to 30 s
     */
    public static AgroalDataSource of(String url, String user, String password, int size)
            throws SQLException {
        return AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier()
                        .connectionPoolConfiguration(
                                pool ->
                                        pool.maxSize(size)
                                                .acquisitionTimeout(PATIENCE)
                                                .exceptionSorter(new PostgreSQLExceptionSorter())
                                                .connectionFactoryConfiguration(
                                                        factory ->
                                                                factory.jdbcUrl(url)
                                                                        .principal(
                                                                                new NamePrincipal(
                                                                                        user))
                                                                        .credential(
                                                                                new SimplePassword(
                                                                                        password)))));
    }
}
