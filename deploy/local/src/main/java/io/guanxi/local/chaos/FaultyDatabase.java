package io.guanxi.local.chaos;

import io.guanxi.kit.eventsourcing.DirectDatabase;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A worker's database: a small pool, and the way past it that the relay's leader takes. */
final class FaultyDatabase implements DataSource {
    private static final String SCHEME = "jdbc:chaos:";
    private static final int VALID_WITHIN_SECONDS = 2;

    private final RunSettings settings;
    private final FaultPoints points;
    private final UnaryOperator<String> rewrite;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    FaultyDatabase(RunSettings settings, FaultPoints points) {
        this.settings = settings;
        this.points = points;
        this.rewrite = settings.mutant()::rewrite;
    }

    /** Connections that the relay opens for itself pass the points too. */
    DirectDatabase direct() throws SQLException {
        DriverManager.registerDriver(new Wrapping());
        String url = SCHEME + settings.url().substring("jdbc:".length());
        return new DirectDatabase(url, settings.user(), settings.password());
    }

    @Override
    public Connection getConnection() throws SQLException {
        return FaultyConnection.around(real(), points, rewrite, this::giveBack);
    }

    private Connection real() throws SQLException {
        Connection kept;
        while ((kept = idle.pollFirst()) != null) {
            if (kept.isValid(VALID_WITHIN_SECONDS)) {
                return kept;
            }
            close(kept);
        }
        Properties login = new Properties();
        login.setProperty("user", settings.user());
        login.setProperty("password", settings.password());
        login.setProperty("connectTimeout", "5");
        login.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(settings.url(), login);
    }

    private void giveBack(Connection real) {
        idle.addFirst(real);
    }

    private static void close(Connection real) {
        try {
            real.close();
        } catch (SQLException _) {
            // It was broken.
        }
    }

    private final class Wrapping implements Driver {
        @Override
        public Connection connect(String url, Properties login) throws SQLException {
            if (!acceptsURL(url)) {
                return null;
            }
            Connection real =
                    DriverManager.getConnection("jdbc:" + url.substring(SCHEME.length()), login);
            return FaultyConnection.around(real, points, rewrite, FaultyDatabase::close);
        }

        @Override
        public boolean acceptsURL(String url) {
            return url.startsWith(SCHEME);
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties login) {
            return new DriverPropertyInfo[0];
        }

        @Override
        public int getMajorVersion() {
            return 1;
        }

        @Override
        public int getMinorVersion() {
            return 0;
        }

        @Override
        public boolean jdbcCompliant() {
            return false;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
