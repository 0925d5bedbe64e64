package io.guanxi.contracts;

import io.guanxi.contracts.activity.ActivityFact;
import io.guanxi.contracts.activity.ActivityType;
import io.guanxi.contracts.activity.ClientRef;
import io.guanxi.contracts.alerts.AlertAcknowledged;
import io.guanxi.contracts.alerts.AlertDelivered;
import io.guanxi.contracts.alerts.AlertEscalated;
import io.guanxi.contracts.alerts.AlertGrouped;
import io.guanxi.contracts.alerts.AlertKinds;
import io.guanxi.contracts.alerts.AlertRaised;
import io.guanxi.contracts.alerts.AlertReasons;
import io.guanxi.contracts.alerts.AlertReopened;
import io.guanxi.contracts.alerts.AlertResolved;
import io.guanxi.contracts.alerts.AlertSnoozed;
import io.guanxi.contracts.alerts.AlertSuppressed;
import io.guanxi.contracts.alerts.DeliveryChannel;
import io.guanxi.contracts.alerts.Severity;
import io.guanxi.contracts.clients.Address;
import io.guanxi.contracts.clients.AssignmentRefusedFull;
import io.guanxi.contracts.clients.BreakGlassOpened;
import io.guanxi.contracts.clients.ClientChanged;
import io.guanxi.contracts.clients.ClientClosed;
import io.guanxi.contracts.clients.ClientErased;
import io.guanxi.contracts.clients.ClientErasureConfirmed;
import io.guanxi.contracts.clients.ClientFlag;
import io.guanxi.contracts.clients.ClientKind;
import io.guanxi.contracts.clients.ClientMerged;
import io.guanxi.contracts.clients.ClientRegistered;
import io.guanxi.contracts.clients.ClientReopened;
import io.guanxi.contracts.clients.ClientState;
import io.guanxi.contracts.clients.ContactChanged;
import io.guanxi.contracts.clients.ContactRole;
import io.guanxi.contracts.clients.DuplicateReported;
import io.guanxi.contracts.clients.ExternalId;
import io.guanxi.contracts.clients.KeyLevel;
import io.guanxi.contracts.clients.Point;
import io.guanxi.contracts.clients.Stage;
import io.guanxi.contracts.clients.VipLevel;
import io.guanxi.contracts.directory.AbsenceChanged;
import io.guanxi.contracts.directory.AbsenceState;
import io.guanxi.contracts.directory.BookType;
import io.guanxi.contracts.directory.CalendarChanged;
import io.guanxi.contracts.directory.ClientBookChanged;
import io.guanxi.contracts.directory.SettingChanged;
import io.guanxi.contracts.directory.StaffChanged;
import io.guanxi.contracts.directory.StaffRoles;
import io.guanxi.contracts.directory.Track;
import io.guanxi.contracts.directory.UnitChanged;
import io.guanxi.contracts.obligations.ObligationChanged;
import io.guanxi.contracts.obligations.ObligationClock;
import io.guanxi.contracts.obligations.ObligationJudged;
import io.guanxi.contracts.obligations.ObligationKinds;
import io.guanxi.contracts.obligations.ObligationResult;
import io.guanxi.contracts.obligations.ObligationState;
import io.guanxi.contracts.scores.ChurnRiskChanged;
import io.guanxi.contracts.scores.RiskLevel;
import io.guanxi.contracts.scores.SignalRaised;
import io.guanxi.contracts.scores.Tier;
import io.guanxi.contracts.scores.TierChanged;
import io.guanxi.contracts.scores.TierRunCompleted;
import io.guanxi.contracts.visits.Channel;
import io.guanxi.contracts.visits.VisitCancelled;
import io.guanxi.contracts.visits.VisitChanged;
import io.guanxi.contracts.visits.VisitLogged;
import io.guanxi.contracts.visits.VisitNoShow;
import io.guanxi.contracts.visits.VisitPlanned;
import io.guanxi.contracts.visits.VisitReassigned;
import io.guanxi.contracts.visits.VisitStarted;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One example of every public event, with every component filled. */
final class Samples {
    private static final UUID CLIENT = id(1);
    private static final UUID CONTACT = id(2);
    private static final UUID VISIT = id(3);
    private static final UUID ABSENCE = id(4);
    private static final UUID RUN = id(5);
    private static final UUID CAUSE = id(6);
    private static final UUID OBLIGATION =
            Ids.obligation("visit-service", ObligationKinds.VISIT, CLIENT.toString());
    private static final Instant AT = Instant.parse("2026-03-10T02:30:00Z");
    private static final Instant LATER = Instant.parse("2026-03-10T03:30:00Z");
    private static final Instant DUE = Instant.parse("2026-04-30T16:00:00Z");
    private static final UUID ALERT = Ids.breach(OBLIGATION, DUE);
    private static final ExternalId CORE = new ExternalId("core", "1874");

    private Samples() {}

    static List<Record> all() {
        return List.of(
                new UnitChanged("U-001", "Pudong branch", "U-000", "S-0001"),
                new StaffChanged(
                        "S-0001",
                        "U-001",
                        "S-0002",
                        List.of(StaffRoles.RM),
                        Track.MARKET,
                        BookType.CORPORATE,
                        "RM-2",
                        60,
                        LocalDate.parse("2028-06-01"),
                        List.of("FUND_SALE"),
                        true),
                new ClientBookChanged(CLIENT, "S-0001", "S-0003", "U-001", AT, "ASSIGNED"),
                new AbsenceChanged(ABSENCE, "S-0001", "S-0003", AT, DUE, AbsenceState.ACTIVE),
                new CalendarChanged(
                        "CN",
                        2026,
                        List.of(new CalendarChanged.Day(LocalDate.parse("2026-01-01"), false))),
                new SettingChanged(
                        "capacity", 2, PublicJson.tree("{\"personal\":400,\"corporate\":60}")),
                new ClientRegistered(
                        CLIENT,
                        ClientKind.ORGANIZATION,
                        "Huadong Textiles Ltd",
                        address(),
                        "commerce",
                        id(9),
                        List.of(ClientFlag.CORE),
                        KeyLevel.BRANCH,
                        List.of(CORE),
                        Stage.POTENTIAL,
                        ClientState.ACTIVE),
                new ClientChanged(
                        CLIENT,
                        ClientKind.ORGANIZATION,
                        "Huadong Textiles Ltd",
                        address(),
                        "commerce",
                        id(9),
                        List.of(ClientFlag.CORE),
                        KeyLevel.BRANCH,
                        List.of(CORE),
                        Stage.GROWTH,
                        ClientState.ACTIVE),
                new ClientMerged(CLIENT, id(9), "DUPLICATE"),
                new ClientClosed(CLIENT, "CLIENT_WISH"),
                new ClientReopened(CLIENT, "WON_BACK"),
                new ClientErased(CLIENT, "CLIENT_WISH"),
                new ClientErasureConfirmed(CLIENT, List.of("subject-key", "client_card")),
                new AssignmentRefusedFull(CLIENT, "S-0001", "S-0002", "portfolio.full", AT),
                new DuplicateReported(CLIENT, "S-0001", "S-0003", "IDENTIFIER", AT),
                new BreakGlassOpened(
                        CLIENT, "S-0001", "S-0003", "COMPLAINT", AT, AT.plusSeconds(3600)),
                new ContactChanged(
                        CONTACT,
                        CLIENT,
                        List.of(ContactRole.KEY_PERSON),
                        VipLevel.GOLD,
                        false,
                        true),
                new VisitPlanned(
                        VISIT,
                        CLIENT,
                        "S-0001",
                        "SERVICE",
                        AT,
                        LATER,
                        Channel.FACE_TO_FACE,
                        List.of("S-0002"),
                        false,
                        "CALL_LIST"),
                new VisitChanged(
                        VISIT,
                        CLIENT,
                        "S-0001",
                        "SERVICE",
                        AT,
                        LATER,
                        Channel.VIDEO,
                        List.of("S-0002"),
                        false,
                        "CLIENT_WISH"),
                new VisitReassigned(
                        VISIT,
                        CLIENT,
                        "S-0003",
                        "SERVICE",
                        AT,
                        LATER,
                        Channel.FACE_TO_FACE,
                        List.of("S-0002"),
                        false,
                        "COVER"),
                new VisitCancelled(
                        VISIT,
                        CLIENT,
                        "S-0001",
                        "SERVICE",
                        AT,
                        LATER,
                        Channel.FACE_TO_FACE,
                        List.of("S-0002"),
                        false,
                        "CLIENT_WISH"),
                new VisitStarted(VISIT, CLIENT, "S-0001", AT, 120, List.of("CLOCK_ABSURD")),
                new VisitNoShow(VISIT, CLIENT, "S-0001", AT, 120, List.of("CLOCK_ABSURD")),
                new VisitLogged(
                        VISIT,
                        CLIENT,
                        "S-0001",
                        Channel.FACE_TO_FACE,
                        AT,
                        45,
                        List.of(CONTACT),
                        List.of("S-0002"),
                        List.of(
                                new VisitLogged.Need(
                                        1, "FINANCING", "LOAN", new BigDecimal("1200000.00"))),
                        List.of(new VisitLogged.FollowUp(1, LocalDate.parse("2026-03-17"))),
                        false),
                new ObligationChanged(
                        OBLIGATION,
                        ObligationKinds.VISIT,
                        CLIENT.toString(),
                        CLIENT,
                        "S-0001",
                        new ObligationChanged.Basis("VI-06", AT, VISIT, CAUSE),
                        Instant.parse("2026-03-31T16:00:00Z"),
                        Instant.parse("2026-04-24T16:00:00Z"),
                        DUE,
                        ObligationClock.ELAPSED,
                        ObligationState.OPEN,
                        Duration.ofHours(36),
                        AT,
                        LATER,
                        1),
                new ObligationJudged(
                        OBLIGATION,
                        ObligationKinds.VISIT,
                        CLIENT,
                        "S-0001",
                        DUE,
                        ObligationResult.MET,
                        AT,
                        LATER),
                new TierChanged(
                        CLIENT,
                        ClientKind.ORGANIZATION,
                        Tier.A1,
                        Tier.B2,
                        false,
                        new BigDecimal("75.5000"),
                        12,
                        2000,
                        RUN,
                        "value-organization-1"),
                new ChurnRiskChanged(
                        CLIENT,
                        RiskLevel.MEDIUM,
                        RiskLevel.LOW,
                        new BigDecimal("66.5"),
                        List.of(new ChurnRiskChanged.Reason("REVENUE", new BigDecimal("24.0"))),
                        List.of("MEMBERS"),
                        "churn-1"),
                new SignalRaised(CLIENT, "LARGE_MOVEMENT", new BigDecimal("-1500000.00"), AT),
                new TierRunCompleted(
                        RUN,
                        ClientKind.ORGANIZATION,
                        AT,
                        "value-organization-1",
                        Map.of("A1", 60L, "changed", 141L)),
                new AlertRaised(
                        ALERT,
                        AlertKinds.OBLIGATION_BREACHED,
                        Severity.WARNING,
                        CLIENT,
                        new AlertRaised.Subject("obligation", OBLIGATION.toString()),
                        "U-001",
                        List.of("S-0001"),
                        OBLIGATION,
                        DUE,
                        OBLIGATION),
                new AlertGrouped(ALERT, DUE, "SAME_CLIENT"),
                new AlertSuppressed(ALERT, DUE, List.of("S-0001"), "SILENCE"),
                new AlertDelivered(ALERT, DUE, DeliveryChannel.FEED, List.of("S-0001")),
                new AlertAcknowledged(ALERT, "S-0001", DUE),
                new AlertSnoozed(ALERT, "S-0001", DUE, DUE.plusSeconds(86_400), "AWAY"),
                new AlertEscalated(ALERT, DUE, 1, List.of("S-0002")),
                new AlertResolved(ALERT, "S-0001", DUE, AlertReasons.MET, AT, LATER),
                new AlertReopened(ALERT, "S-0002", DUE, "NOT_HANDLED"));
    }

    static ActivityFact activityFact() {
        return new ActivityFact(
                "T-171812",
                "core",
                new ClientRef.ByExternalId(CORE),
                ActivityType.TRANSACTION,
                AT,
                new BigDecimal("-3679.00"),
                "CNY",
                new BigDecimal("1"),
                Map.of("initiator", "CLIENT", "account", "2378"));
    }

    private static Address address() {
        return new Address(
                "1 Century Avenue, Shanghai",
                new Point(new BigDecimal("31.2397"), new BigDecimal("121.4998")));
    }

    private static UUID id(int n) {
        return UUID.fromString("0197a3c2-0000-7000-8000-00000000000" + n);
    }
}
