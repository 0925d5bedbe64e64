package io.guanxi.client.publishing;

import io.guanxi.contracts.Contract;
import io.guanxi.contracts.Topics;
import io.guanxi.kit.eventsourcing.PublicEvent;

/** A contract record on its way to its topic. */
final class Announcement {
    private Announcement() {}

    static PublicEvent directory(Record contract) {
        return new PublicEvent(Topics.DIRECTORY, Contract.ceType(contract.getClass()), contract);
    }

    static PublicEvent clients(Record contract) {
        return new PublicEvent(Topics.CLIENTS, Contract.ceType(contract.getClass()), contract);
    }
}
