package io.guanxi.local.chaos;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A connection that knows the kit's statements by their text and passes the points between them.
 */
final class FaultyConnection implements InvocationHandler {
    private static final String APPEND = "SELECT * FROM append(";
    private static final String APPEND_ONE = "SELECT append_one(";
    static final String BATCH = "FROM event e JOIN stream s";
    static final String MOVE = "UPDATE relay_cursor SET position";

    /**
     * Which backend has an event open, and its position. Only the first event of a stream counts:
     * nobody else waits for it, so that the others draw positions behind it.
     */
    private static final String HOLDER =
            "SELECT pg_backend_pid() || ' ' || position FROM event WHERE version = 1 AND xmin ="
                    + " pg_current_xact_id()::xid AND position >"
                    + " pg_sequence_last_value('event_position_seq') - 1000 LIMIT 1";

    private static final String PROJECTED = "INSERT INTO tally_seen";

    private final Connection real;
    private final FaultPoints points;
    private final UnaryOperator<String> rewrite;
    private final Consumer<Connection> closed;
    private boolean projected;
    private boolean reacted;

    private FaultyConnection(
            Connection real,
            FaultPoints points,
            UnaryOperator<String> rewrite,
            Consumer<Connection> closed) {
        this.real = real;
        this.points = points;
        this.rewrite = rewrite;
        this.closed = closed;
    }

    /**
     * @param rewrite what a mutant makes of a statement
     * @param closed what becomes of the real one when this is closed
     */
    static Connection around(
            Connection real,
            FaultPoints points,
            UnaryOperator<String> rewrite,
            Consumer<Connection> closed) {
        return proxy(Connection.class, new FaultyConnection(real, points, rewrite, closed));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "close" -> {
                closed.accept(real);
                yield null;
            }
            case "commit" -> {
                commit();
                yield null;
            }
            case "rollback" -> {
                forget();
                yield call(real, method, arguments);
            }
            case "prepareStatement" -> prepare((String) arguments[0]);
            default -> call(real, method, arguments);
        };
    }

    private void commit() throws SQLException {
        boolean projection = projected;
        boolean reaction = reacted;
        forget();
        pass(projection, Point.PROJECTION_WRITTEN);
        pass(reaction, Point.REACTION_WRITTEN);
        real.commit();
        pass(projection, Point.PROJECTION_COMMITTED);
        pass(reaction, Point.REACTION_COMMITTED);
    }

    private void pass(boolean comesBy, Point point) {
        if (comesBy) {
            points.reach(point, "");
        }
    }

    private void forget() {
        projected = false;
        reacted = false;
    }

    private PreparedStatement prepare(String asked) throws SQLException {
        String sql = rewrite.apply(asked);
        PreparedStatement statement = real.prepareStatement(sql);
        InvocationHandler handler =
                (_, method, arguments) ->
                        method.getName().startsWith("execute")
                                ? execute(sql, statement, method, arguments)
                                : call(statement, method, arguments);
        return proxy(PreparedStatement.class, handler);
    }

    private Object execute(
            String sql, PreparedStatement statement, Method method, Object[] arguments)
            throws Throwable {
        if (sql.startsWith(APPEND) || sql.startsWith(APPEND_ONE)) {
            return append(statement, method, arguments);
        }
        if (sql.contains(MOVE)) {
            points.reach(Point.RELAY_COMMITTED, "");
            Object answer = call(statement, method, arguments);
            points.reach(Point.RELAY_MOVED, "");
            return answer;
        }
        Object answer = call(statement, method, arguments);
        if (sql.contains(BATCH)) {
            points.reach(Point.RELAY_READ, "");
        }
        projected |= sql.startsWith(PROJECTED);
        return answer;
    }

    private Object append(PreparedStatement statement, Method method, Object[] arguments)
            throws Throwable {
        if (!real.getAutoCommit()) {
            reacted = true;
            return call(statement, method, arguments);
        }
        points.reach(Point.APPEND_BEFORE, "");
        Object answer =
                points.isArmed(Point.APPEND_OPEN)
                        ? heldOpen(statement, method, arguments)
                        : call(statement, method, arguments);
        points.reach(Point.APPEND_AFTER, "");
        return answer;
    }

    private Object heldOpen(PreparedStatement statement, Method method, Object[] arguments)
            throws Throwable {
        real.setAutoCommit(false);
        try {
            Object answer = call(statement, method, arguments);
            passOpen();
            real.commit();
            return answer;
        } catch (SQLException e) {
            rollBack();
            throw e;
        } finally {
            if (!real.isClosed()) {
                real.setAutoCommit(true);
            }
        }
    }

    private void rollBack() {
        try {
            real.rollback();
        } catch (SQLException _) {
            // It is broken, and closed by that.
        }
    }

    /** Only an append that has drawn a position counts, not one that lost its race. */
    private void passOpen() throws SQLException {
        try (Statement statement = real.createStatement();
                ResultSet row = statement.executeQuery(HOLDER)) {
            if (row.next()) {
                points.reach(Point.APPEND_OPEN, row.getString(1));
            }
        }
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        FaultyConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
