package io.guanxi.local.bank;

/**
 * What the services answered to one load.
 *
 * @param clients CREATED, EXISTING, or the code of a refusal
 * @param facts SENT
 * @param visits results of the sync receipts: CREATED, APPLIED, DUPLICATE, or a problem's code
 */
public record Loaded(Tally clients, Tally facts, Tally visits) {
    static Loaded nothing() {
        return new Loaded(new Tally(), new Tally(), new Tally());
    }
}
