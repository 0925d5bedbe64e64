package io.guanxi.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kit.testing.Eventually;
import io.guanxi.kit.testing.hostile.HostileRequests;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Generated requests, wrong in one way or another, to every operation of every service. {@code
 * -Dhostile.requests=5000} sends that many to each; the same {@code -Dhostile.seed} sends the same.
 */
@Order(Integer.MAX_VALUE)
class HostileIT {
    private static final int REQUESTS = Integer.getInteger("hostile.requests", 250);
    private static final long SEED = Long.getLong("hostile.seed", 1);

    @ParameterizedTest
    @EnumSource(Service.class)
    void nothing_anybody_sends_is_answered_with_a_failure_of_ours(Service service)
            throws Exception {
        Stack stack = RunningSuite.stack();
        SmallBank.open(stack);
        List<String> tokens =
                List.of(
                        stack.token("svc:hostile", "system", "operations", "auditor", "admin"),
                        stack.token(SmallBank.HEAD, "head"),
                        stack.token(SmallBank.SUPERVISOR, "supervisor"),
                        stack.token(SmallBank.RM, "rm"),
                        "");
        HostileRequests.Report report =
                new HostileRequests(URI.create(stack.url(service)), tokens, List.of("/admin/clock"))
                        .send(REQUESTS, SEED);
        String again = "-Dhostile.requests=" + REQUESTS + " -Dhostile.seed=" + SEED;
        System.out.println(service + " answered (" + again + "): " + report.statuses());
        assertThat(report.failures()).as(again).isEmpty();
        Http anybody = new Http();
        for (Service each : Service.values()) {
            Eventually.within(
                    SmallBank.GENEROUS,
                    () -> anybody.get(stack.url(each) + "/q/health").status() == 200);
        }
    }
}
