package io.guanxi.client.handover;

/** A handover as the rules see it; whether a second person still thinks stands beside it. */
public sealed interface Handover {
    record Unrequested() implements Handover {}

    record Requested(HandoverDetails details, String byId, String reason) implements Handover {}

    record CarriedOut(HandoverDetails details, String reason, int clients) implements Handover {}
}
