package io.guanxi.local.bank;

import io.guanxi.local.Http;
import io.guanxi.local.Service;
import io.guanxi.local.Stack;
import io.guanxi.local.Trouble;
import java.util.Iterator;
import java.util.function.LongConsumer;

/** Units one by one, parents first. */
final class UnitSender implements Sender<UnitLine> {
    private static final int CONFLICT = 409;

    private final Http admin;
    private final String url;

    UnitSender(Stack stack) {
        this.admin = stack.as("admin", "admin");
        this.url = stack.url(Service.CLIENT) + "/units";
    }

    @Override
    public void send(Iterator<UnitLine> lines, LongConsumer confirmed) {
        long sent = 0;
        while (lines.hasNext()) {
            UnitLine unit = lines.next();
            Http.Answer answer =
                    admin.send("POST", url, unit, "Idempotency-Key", "bank-unit-" + unit.id());
            boolean exists =
                    answer.status() == CONFLICT
                            && answer.body().path("code").asText().equals("unit.exists");
            if (!answer.ok() && !exists) {
                throw new Trouble("Unit " + unit.id() + " was not taken: " + answer.text());
            }
            confirmed.accept(++sent);
        }
    }
}
