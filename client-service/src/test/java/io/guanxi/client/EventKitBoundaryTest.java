package io.guanxi.client;

import io.guanxi.kit.testing.EventKitBoundary;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventKitBoundaryTest {

    @Test
    void this_service_holds_no_sql_of_the_write_side_and_no_kafka_client() {
        EventKitBoundary.hold(Path.of("src/main"), "UnitsThen.java");
    }
}
