package io.guanxi.contracts;

import io.guanxi.contracts.alerts.AlertAcknowledged;
import io.guanxi.contracts.alerts.AlertDelivered;
import io.guanxi.contracts.alerts.AlertEscalated;
import io.guanxi.contracts.alerts.AlertGrouped;
import io.guanxi.contracts.alerts.AlertRaised;
import io.guanxi.contracts.alerts.AlertReopened;
import io.guanxi.contracts.alerts.AlertResolved;
import io.guanxi.contracts.alerts.AlertSnoozed;
import io.guanxi.contracts.alerts.AlertSuppressed;
import io.guanxi.contracts.clients.AssignmentRefusedFull;
import io.guanxi.contracts.clients.BreakGlassOpened;
import io.guanxi.contracts.clients.ClientChanged;
import io.guanxi.contracts.clients.ClientClosed;
import io.guanxi.contracts.clients.ClientErased;
import io.guanxi.contracts.clients.ClientErasureConfirmed;
import io.guanxi.contracts.clients.ClientMerged;
import io.guanxi.contracts.clients.ClientRegistered;
import io.guanxi.contracts.clients.ClientReopened;
import io.guanxi.contracts.clients.ContactChanged;
import io.guanxi.contracts.clients.DuplicateReported;
import io.guanxi.contracts.directory.AbsenceChanged;
import io.guanxi.contracts.directory.CalendarChanged;
import io.guanxi.contracts.directory.ClientBookChanged;
import io.guanxi.contracts.directory.SettingChanged;
import io.guanxi.contracts.directory.StaffChanged;
import io.guanxi.contracts.directory.UnitChanged;
import io.guanxi.contracts.obligations.ObligationChanged;
import io.guanxi.contracts.obligations.ObligationJudged;
import io.guanxi.contracts.scores.ChurnRiskChanged;
import io.guanxi.contracts.scores.SignalRaised;
import io.guanxi.contracts.scores.TierChanged;
import io.guanxi.contracts.scores.TierRunCompleted;
import io.guanxi.contracts.visits.VisitCancelled;
import io.guanxi.contracts.visits.VisitChanged;
import io.guanxi.contracts.visits.VisitLogged;
import io.guanxi.contracts.visits.VisitNoShow;
import io.guanxi.contracts.visits.VisitPlanned;
import io.guanxi.contracts.visits.VisitReassigned;
import io.guanxi.contracts.visits.VisitStarted;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Kafka topics and what travels on each. All have {@link #PARTITIONS} partitions, keep
 * everything, and are read from offset 0 by a new consumer.
 */
public final class Topics {
    /** People, books, calendars, settings: small and fast, everyone listens. */
    public static final String DIRECTORY = "guanxi.directory";

    public static final String CLIENTS = "guanxi.clients";
    public static final String VISITS = "guanxi.visits";
    public static final String SCORES = "guanxi.scores";
    public static final String ALERTS = "guanxi.alerts";

    /** Inbound: facts from core banking, one {@code ActivityFact} a record, no CloudEvents. */
    public static final String ACTIVITY = "guanxi.activity";

    /** Partitions of every topic, for ever: {@link Ids#partition} depends on it. */
    public static final int PARTITIONS = 24;

    /** Every topic, the inbound one included. */
    public static final List<String> ALL =
            List.of(DIRECTORY, CLIENTS, VISITS, SCORES, ALERTS, ACTIVITY);

    /** The topics that carry {@code obligation-changed} and {@code obligation-judged}. */
    public static final List<String> OBLIGATIONS = List.of(CLIENTS, VISITS, SCORES);

    private Topics() {}

    /** Topic to the public events that may appear on it. */
    public static Map<String, List<Class<? extends Record>>> contracts() {
        Map<String, List<Class<? extends Record>>> contracts = new LinkedHashMap<>();
        contracts.put(
                DIRECTORY,
                List.of(
                        UnitChanged.class,
                        StaffChanged.class,
                        ClientBookChanged.class,
                        AbsenceChanged.class,
                        CalendarChanged.class,
                        SettingChanged.class));
        contracts.put(
                CLIENTS,
                List.of(
                        ClientRegistered.class,
                        ClientChanged.class,
                        ClientMerged.class,
                        ClientClosed.class,
                        ClientReopened.class,
                        ClientErased.class,
                        AssignmentRefusedFull.class,
                        DuplicateReported.class,
                        BreakGlassOpened.class,
                        ContactChanged.class,
                        ObligationChanged.class,
                        ObligationJudged.class,
                        ClientErasureConfirmed.class));
        contracts.put(
                VISITS,
                List.of(
                        VisitPlanned.class,
                        VisitChanged.class,
                        VisitReassigned.class,
                        VisitCancelled.class,
                        VisitStarted.class,
                        VisitNoShow.class,
                        VisitLogged.class,
                        ObligationChanged.class,
                        ObligationJudged.class,
                        ClientErasureConfirmed.class));
        contracts.put(
                SCORES,
                List.of(
                        TierChanged.class,
                        ChurnRiskChanged.class,
                        SignalRaised.class,
                        TierRunCompleted.class,
                        ObligationChanged.class,
                        ObligationJudged.class,
                        ClientErasureConfirmed.class));
        contracts.put(
                ALERTS,
                List.of(
                        AlertRaised.class,
                        AlertGrouped.class,
                        AlertSuppressed.class,
                        AlertDelivered.class,
                        AlertAcknowledged.class,
                        AlertSnoozed.class,
                        AlertEscalated.class,
                        AlertResolved.class,
                        AlertReopened.class,
                        ClientErasureConfirmed.class));
        return Collections.unmodifiableMap(contracts);
    }
}
