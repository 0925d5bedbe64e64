package io.guanxi.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives a Quarkus test the environment of a service: a database with both roles, Kafka, keys. Init
 * argument {@code service} names the database ({@code service} by default).
 */
public final class GuanxiTestResource implements QuarkusTestResourceLifecycleManager {
    private String service = "service";

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("service", service);
    }

    @Override
    public Map<String, String> start() {
        LocalPostgres.Database database = TestStack.postgres().database(service);
        Map<String, String> environment = new HashMap<>();
        environment.put("GUANXI_DB_URL", database.url());
        environment.put("GUANXI_DB_USER", database.user());
        environment.put("GUANXI_DB_PASSWORD", database.password());
        environment.put("GUANXI_DB_OWNER", database.owner());
        environment.put("GUANXI_DB_OWNER_PASSWORD", database.ownerPassword());
        environment.put("GUANXI_KAFKA", TestStack.kafka().bootstrap());
        environment.put("GUANXI_JWKS", TestTokens.keys().jwks().toUri().toString());
        environment.put("GUANXI_JWT_ISSUER", LocalKeys.ISSUER);
        environment.put(
                "GUANXI_MASTER_KEY", Secrets.key(TestStack.home().resolve("keys/master.key")));
        environment.put("GUANXI_HTTP_PORT", "0");
        environment.put("GUANXI_DEMO_CLOCK", "true");
        environment.put("GUANXI_ZONE", "Asia/Shanghai");
        environment.put("quarkus.http.test-port", "0");
        return environment;
    }

    /** Both servers serve the next test too; they end with the JVM. */
    @Override
    public void stop() {}
}
