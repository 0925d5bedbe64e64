package io.guanxi.scoring.sql;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** Reading for answers: each statement by itself, on the data source for queries. */
@ApplicationScoped
public class Queries {
    private final AgroalDataSource source;

    Queries(AgroalDataSource source) {
        this.source = source;
    }

    public <T> T run(WriteTransactions.Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.in(connection);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
