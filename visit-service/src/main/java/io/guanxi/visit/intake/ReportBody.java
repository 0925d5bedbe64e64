package io.guanxi.visit.intake;

import java.time.Instant;
import java.util.UUID;

/** What every report may say: when it happened and, of an unplanned visit, to whom. */
sealed interface ReportBody permits StartBody, NoShowBody, LogBody {
    UUID clientId();

    String rmId();

    Instant occurredAt();
}
