package io.guanxi.visit.coverage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A coverage row while it is being written anew. */
final class CoverageDraft {
    UUID clientId;
    String rmId;
    String unitId;
    String tier;
    List<String> flags = List.of();
    Instant lastContactAt;
    UUID lastContactId;
    String lastContactChannel;
    Instant openedAt;
    Instant warnAt;
    Instant dueAt;
    Map<String, Obligation> obligations = Map.of();
    Map<String, MonthShare> months = Map.of();
    String reckonedUntil;
    Instant ownerAt;
    Instant tierAt;
    Instant flagsAt;
    boolean active = true;
    Instant standingAt;
    private final int version;

    private CoverageDraft(int version) {
        this.version = version;
    }

    static CoverageDraft of(CoverageRow row, int version) {
        CoverageDraft draft = new CoverageDraft(version);
        if (row != null) {
            draft.clientId = row.clientId();
            draft.rmId = row.rmId();
            draft.unitId = row.unitId();
            draft.tier = row.tier();
            draft.flags = row.flags();
            draft.lastContactAt = row.lastContactAt();
            draft.lastContactId = row.lastContactId();
            draft.lastContactChannel = row.lastContactChannel();
            draft.openedAt = row.openedAt();
            draft.warnAt = row.warnAt();
            draft.dueAt = row.dueAt();
            draft.obligations = row.obligations();
            draft.months = row.months();
            draft.reckonedUntil = row.reckonedUntil();
            draft.ownerAt = row.ownerAt();
            draft.tierAt = row.tierAt();
            draft.flagsAt = row.flagsAt();
            draft.active = row.active();
            draft.standingAt = row.standingAt();
        }
        return draft;
    }

    void forgetLastContact() {
        lastContactAt = null;
        lastContactId = null;
        lastContactChannel = null;
    }

    CoverageRow row() {
        return new CoverageRow(
                clientId,
                rmId,
                unitId,
                tier,
                flags,
                lastContactAt,
                lastContactId,
                lastContactChannel,
                openedAt,
                warnAt,
                dueAt,
                obligations,
                months,
                reckonedUntil,
                ownerAt,
                tierAt,
                flagsAt,
                active,
                standingAt,
                version);
    }
}
