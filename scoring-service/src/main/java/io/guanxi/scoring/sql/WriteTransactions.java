package io.guanxi.scoring.sql;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** Transactions of this service's own rows, outside JTA, beside the kit's appends. */
@ApplicationScoped
public class WriteTransactions {
    private final AgroalDataSource write;

    WriteTransactions(@DataSource("write") AgroalDataSource write) {
        this.write = write;
    }

    /** What happens in a transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** Commits when the work returns, rolls back when it throws. */
    public <T> T run(Work<T> work) {
        try (Connection connection = write.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T answer = work.in(connection);
                connection.commit();
                return answer;
            } finally {
                // The pool would commit what is still open.
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
