package io.guanxi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Callers who hold their connections and do nothing with them, send a byte now and then, or ask and
 * never read: the others are served as before. The figures are printed, not asserted.
 */
class SlowClientsIT {
    private static final int IDLE = 1_000;
    private static final int SLOW = 250;
    private static final int BEGUN = 20_000;
    private static final int ASKED = 200;

    private static Stack stack;
    private static URI visits;
    private static Http caller;

    private final List<Socket> held = new ArrayList<>();

    @BeforeAll
    static void open() {
        stack = RunningSuite.stack();
        SmallBank.open(stack);
        visits = URI.create(stack.url(Service.VISIT));
        caller = stack.as("svc:slow", "system");
    }

    @AfterEach
    void letGo() throws IOException {
        for (Socket socket : held) {
            socket.close();
        }
    }

    @Test
    void a_thousand_idle_connections_and_slow_callers_do_not_stop_others() throws IOException {
        long before = slowest("alone");
        for (int i = 0; i < IDLE; i++) {
            connect();
        }
        long idle = slowest(IDLE + " idle connections");
        String token = stack.token("svc:slow", "system");
        String begun = "{" + " ".repeat(BEGUN);
        for (int i = 0; i < SLOW; i++) {
            begin("POST /visits HTTP/1.1", token, "Content-Length: 1000000\r\n\r\n" + begun);
            begin("GET /visits?limit=500 HTTP/1.1", token, "\r\n");
        }
        long slow = slowest(SLOW + " slow writers and as many slow readers beside");
        assertThat(List.of(before, idle, slow)).allMatch(nanos -> nanos > 0);
        assertThat(new Http().get(visits + "/q/health/ready").status()).isEqualTo(200);
    }

    private void begin(String line, String token, String rest) throws IOException {
        OutputStream out = connect().getOutputStream();
        String head =
                line
                        + "\r\nHost: localhost\r\nAuthorization: Bearer "
                        + token
                        + "\r\nContent-Type: application/json\r\n"
                        + rest;
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(visits.getHost(), visits.getPort());
        held.add(socket);
        return socket;
    }

    /** Asks one after the other; every one must be answered well. */
    private static long slowest(String meanwhile) {
        long[] nanos = new long[ASKED];
        for (int i = 0; i < ASKED; i++) {
            long begun = System.nanoTime();
            assertThat(caller.get(visits + "/visits?limit=1").status()).isEqualTo(200);
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%s: median %d us, slowest of %d %d us%n",
                meanwhile, nanos[ASKED / 2] / 1000, ASKED, nanos[ASKED - 1] / 1000);
        return nanos[ASKED - 1];
    }
}
