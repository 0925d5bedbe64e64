package io.guanxi.kit.service.reckoning;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How far each kind has been reckoned, and by which rules. */
@ApplicationScoped
class ReckoningTable {

    /** Goes on from where a walk stands, and says where it stands then; null: at its end. */
    interface Step {
        String from(int walk, String reached);
    }

    private record Standing(String rules, String coming, int walk, String reached) {}

    private final javax.sql.DataSource database;

    ReckoningTable(@DataSource("write") javax.sql.DataSource database) {
        this.database = database;
    }

    /** Whether everything of this name stands by these rules. */
    boolean stands(String name, String rules) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select 1 from reckoning where name = ? and rules = ?")) {
            select.setString(1, name);
            select.setString(2, rules);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The table of reckonings cannot be read", e);
        }
    }

    /**
     * Takes one step, alone among all instances of the service. A crash in between repeats it.
     *
     * @return whether there is more to do
     */
    boolean advance(String name, String rules, Step step) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                insert(connection, name);
                Standing before = lock(connection, name);
                boolean more = before != null && !rules.equals(before.rules());
                if (more) {
                    more = step(connection, name, rules, before, step);
                }
                connection.commit();
                return more;
            } finally {
                // The pool commits what is left open; after a commit this does nothing.
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The table of reckonings cannot be written", e);
        }
    }

    private static boolean step(
            Connection connection, String name, String rules, Standing before, Step step)
            throws SQLException {
        boolean underWay = rules.equals(before.coming());
        int walk = underWay ? before.walk() : before.walk() + 1;
        String reached = step.from(walk, underWay ? before.reached() : null);
        Standing after =
                reached == null
                        ? new Standing(rules, null, walk, null)
                        : new Standing(before.rules(), rules, walk, reached);
        update(connection, name, after);
        return reached != null;
    }

    private static void insert(Connection connection, String name) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into reckoning (name) values (?) on conflict do nothing")) {
            insert.setString(1, name);
            insert.executeUpdate();
        }
    }

    /** Null while another instance is at it. */
    private static Standing lock(Connection connection, String name) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        """
                        select rules, coming, walk, reached from reckoning where name = ?
                        for update skip locked""")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Standing(
                                row.getString("rules"),
                                row.getString("coming"),
                                row.getInt("walk"),
                                row.getString("reached"))
                        : null;
            }
        }
    }

    private static void update(Connection connection, String name, Standing standing)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        """
                        update reckoning set rules = ?, coming = ?, walk = ?, reached = ?
                        where name = ?""")) {
            update.setString(1, standing.rules());
            update.setString(2, standing.coming());
            update.setInt(3, standing.walk());
            update.setString(4, standing.reached());
            update.setString(5, name);
            update.executeUpdate();
        }
    }
}
