package io.guanxi.client.publishing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.guanxi.client.absence.AbsenceDetails;
import io.guanxi.client.absence.AbsenceEvent;
import io.guanxi.client.absence.AbsenceEvent.AbsenceCancelled;
import io.guanxi.client.absence.AbsenceEvent.AbsenceRecorded;
import io.guanxi.client.absence.AbsenceReason;
import io.guanxi.client.calendar.CalendarEvent;
import io.guanxi.client.calendar.CalendarEvent.CalendarYearPublished;
import io.guanxi.client.calendar.CalendarYear;
import io.guanxi.client.client.Address;
import io.guanxi.client.client.AssignmentReason;
import io.guanxi.client.client.ClientEvent;
import io.guanxi.client.client.ClientEvent.AssignmentRefusedFull;
import io.guanxi.client.client.ClientEvent.BreakGlassOpened;
import io.guanxi.client.client.ClientEvent.ClientChanged;
import io.guanxi.client.client.ClientEvent.ClientErased;
import io.guanxi.client.client.ClientEvent.ClientRegistered;
import io.guanxi.client.client.ClientEvent.DuplicateReported;
import io.guanxi.client.client.ClientEvent.ManagerAssigned;
import io.guanxi.client.client.ClientEvent.MovedToUnit;
import io.guanxi.client.client.ClientKind;
import io.guanxi.client.client.ClientState;
import io.guanxi.client.client.ExternalId;
import io.guanxi.client.client.Flag;
import io.guanxi.client.client.IdentityNumbers;
import io.guanxi.client.client.KeyLevel;
import io.guanxi.client.client.PrivateDetails;
import io.guanxi.client.client.PublicDetails;
import io.guanxi.client.client.Source;
import io.guanxi.client.client.Stage;
import io.guanxi.client.handover.HandoverDetails;
import io.guanxi.client.handover.HandoverEvent;
import io.guanxi.client.handover.HandoverEvent.HandoverCarriedOut;
import io.guanxi.client.handover.HandoverEvent.HandoverRequested;
import io.guanxi.client.portfolio.PortfolioEvent;
import io.guanxi.client.portfolio.PortfolioEvent.ClientsGivenUp;
import io.guanxi.client.portfolio.PortfolioEvent.ClientsTakenOn;
import io.guanxi.client.privacy.ErasureEvent;
import io.guanxi.client.privacy.ErasureEvent.ErasureApproved;
import io.guanxi.client.privacy.ErasureEvent.ErasureCertified;
import io.guanxi.client.privacy.ErasureEvent.ErasureConfirmed;
import io.guanxi.client.privacy.ErasureEvent.ErasureRequested;
import io.guanxi.client.privacy.ErasureEvent.ErasureWithdrawn;
import io.guanxi.client.privacy.ErasureEvent.LegalHoldLifted;
import io.guanxi.client.privacy.ErasureEvent.LegalHoldPlaced;
import io.guanxi.client.setting.SettingEvent;
import io.guanxi.client.setting.SettingEvent.SettingChanged;
import io.guanxi.client.staff.BookType;
import io.guanxi.client.staff.Commitment;
import io.guanxi.client.staff.Licence;
import io.guanxi.client.staff.Qualification;
import io.guanxi.client.staff.RenewalDuty;
import io.guanxi.client.staff.StaffDetails;
import io.guanxi.client.staff.StaffEvent;
import io.guanxi.client.staff.StaffEvent.CommitmentSigned;
import io.guanxi.client.staff.StaffEvent.DepartureAnnounced;
import io.guanxi.client.staff.StaffEvent.DutyMoved;
import io.guanxi.client.staff.StaffEvent.LicenceDutyEnded;
import io.guanxi.client.staff.StaffEvent.LicenceDutyMoved;
import io.guanxi.client.staff.StaffEvent.LicenceGranted;
import io.guanxi.client.staff.StaffEvent.StaffChanged;
import io.guanxi.client.staff.StaffEvent.StaffDeparted;
import io.guanxi.client.staff.StaffEvent.StaffJoined;
import io.guanxi.client.staff.StaffEvent.StaffQualified;
import io.guanxi.client.staff.Track;
import io.guanxi.client.unit.UnitDetails;
import io.guanxi.client.unit.UnitEvent;
import io.guanxi.client.unit.UnitEvent.UnitChanged;
import io.guanxi.client.unit.UnitEvent.UnitOpened;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One event of every stored type, every field filled. */
final class Examples {
    static final UUID CLIENT = UUID.fromString("0199a3c0-0000-7000-8000-000000000001");
    static final UUID GROUP = UUID.fromString("0199a3c0-0000-7000-8000-000000000002");
    static final Instant AT = Instant.parse("2026-01-05T01:00:00Z");
    static final UUID HOLD = UUID.fromString("0199a3c0-0000-7000-8000-000000000003");

    static final UnitDetails UNIT = new UnitDetails("U-010", "East branch", "U-001", "S-0009");

    static final StaffDetails STAFF =
            new StaffDetails(
                    "S-0001",
                    "70001",
                    "U-010",
                    "S-0009",
                    List.of("rm"),
                    Track.MARKET,
                    BookType.PERSONAL,
                    "RM-2",
                    380,
                    LocalDate.of(2026, 5, 31),
                    List.of(
                            new Licence(
                                    "FUND_SALE",
                                    LocalDate.of(2025, 1, 1),
                                    LocalDate.of(2026, 12, 31))),
                    List.of(
                            new Commitment(
                                    Commitment.Kind.NO_MISLEADING,
                                    LocalDate.of(2026, 1, 1),
                                    LocalDate.of(2026, 12, 31))),
                    null,
                    true);

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 31);

    static final RenewalDuty DUTY =
            new RenewalDuty(
                    Instant.parse("2024-05-31T16:00:00Z"),
                    Instant.parse("2026-05-01T16:00:00Z"),
                    Instant.parse("2026-05-31T16:00:00Z"),
                    1);

    static final RenewalDuty EARLIER_DUTY =
            new RenewalDuty(
                    Instant.parse("2022-05-31T16:00:00Z"),
                    Instant.parse("2024-05-01T16:00:00Z"),
                    Instant.parse("2024-05-31T16:00:00Z"),
                    1);

    static final PublicDetails ORGANISATION =
            new PublicDetails(
                    ClientKind.ORGANIZATION,
                    "First Hospital",
                    new Address(
                            "1 Harbour Road",
                            new Address.Point(
                                    new BigDecimal("31.2304"), new BigDecimal("121.4737"))),
                    "HOSPITAL",
                    GROUP,
                    List.of(Flag.CORE, Flag.GOVERNMENT),
                    KeyLevel.BRANCH,
                    List.of(new ExternalId("core", "100234")),
                    Source.ON_SITE,
                    Stage.POTENTIAL,
                    ClientState.ACTIVE);

    static final PrivateDetails PRIVATE =
            new PrivateDetails(
                    "Wang Fang",
                    new Address("2 Garden Lane", null),
                    new IdentityNumbers(
                            "91350100M000100Y43", "5493001KJTIIGC8Y1R12", "11010519491231002X"),
                    "a neighbour",
                    Map.of("goals", List.of("retire at 60")));

    static final Map<String, UnitEvent> UNITS =
            Map.of("unit-opened", new UnitOpened(UNIT), "unit-changed", new UnitChanged(UNIT));

    static final Map<String, StaffEvent> STAFF_EVENTS =
            Map.of(
                    "staff-joined",
                    new StaffJoined(STAFF, "Lin Yue"),
                    "staff-changed",
                    new StaffChanged(STAFF, "Lin Yue"),
                    "staff-qualified",
                    new StaffQualified(
                            STAFF,
                            new Qualification(
                                    "RM", LocalDate.of(2024, 6, 1), LocalDate.of(2026, 5, 31)),
                            DUTY,
                            EARLIER_DUTY),
                    "qualification-duty-moved",
                    new DutyMoved(STAFF, DUTY),
                    "licence-granted",
                    new LicenceGranted(STAFF, STAFF.licences().getFirst()),
                    "licence-duty-moved",
                    new LicenceDutyMoved(STAFF, "FUND_SALE", DUTY, EARLIER_DUTY),
                    "licence-duty-ended",
                    new LicenceDutyEnded(STAFF, "FUND_SALE", DUTY),
                    "commitment-signed",
                    new CommitmentSigned(STAFF, STAFF.commitments().getFirst()),
                    "departure-announced",
                    new DepartureAnnounced(STAFF.leaving(LAST_DAY), LAST_DAY),
                    "staff-departed",
                    new StaffDeparted(STAFF, LAST_DAY, DUTY));

    static final AbsenceDetails ABSENCE =
            new AbsenceDetails(
                    CLIENT, "S-0001", "S-0009", AT, AT.plusSeconds(86_400), AbsenceReason.LEAVE);

    static final Map<String, AbsenceEvent> ABSENCES =
            Map.of(
                    "absence-recorded",
                    new AbsenceRecorded(ABSENCE),
                    "absence-cancelled",
                    new AbsenceCancelled(ABSENCE));

    static final Map<String, ClientEvent> CLIENTS =
            Map.of(
                    "client-registered",
                    new ClientRegistered(CLIENT, "U-010", ORGANISATION, PRIVATE),
                    "client-changed",
                    new ClientChanged(CLIENT, ORGANISATION, PRIVATE),
                    "client-moved-to-unit",
                    new MovedToUnit(CLIENT, "U-020", AT),
                    "relationship-manager-assigned",
                    new ManagerAssigned(
                            CLIENT,
                            "S-0002",
                            "S-0001",
                            "U-010",
                            AT,
                            AssignmentReason.TRANSFERRED,
                            "asked for somebody nearer"),
                    "assignment-refused-full",
                    new AssignmentRefusedFull(CLIENT, "S-0001", "S-0009", AT),
                    "client-erased",
                    new ClientErased(CLIENT, ORGANISATION.erased()),
                    "break-glass-opened",
                    new BreakGlassOpened(
                            CLIENT,
                            "S-0001",
                            "auditor",
                            "COURT",
                            AT,
                            AT.plusSeconds(3600),
                            "a court asks for somebody nearer"),
                    "duplicate-reported",
                    new DuplicateReported(CLIENT, "S-0001", "S-0002", "USCC", AT));

    static final Map<String, ErasureEvent> ERASURES =
            Map.of(
                    "legal-hold-placed",
                    new LegalHoldPlaced(
                            HOLD, LocalDate.of(2027, 1, 31), "S-0009", AT, "a case in court"),
                    "legal-hold-lifted",
                    new LegalHoldLifted(HOLD, "S-0009", AT),
                    "erasure-requested",
                    new ErasureRequested(CLIENT, "S-0009", AT, "the client asked for it"),
                    "erasure-withdrawn",
                    new ErasureWithdrawn("S-0009", AT),
                    "erasure-approved",
                    new ErasureApproved(CLIENT, "S-0019", AT),
                    "erasure-confirmed",
                    new ErasureConfirmed("visit-service", List.of("subject_key"), AT),
                    "erasure-certified",
                    new ErasureCertified(CLIENT, AT));

    static final Map<String, PortfolioEvent> PORTFOLIOS =
            Map.of(
                    "clients-taken-on",
                    new ClientsTakenOn("S-0001", List.of(CLIENT)),
                    "clients-given-up",
                    new ClientsGivenUp("S-0001", List.of(CLIENT)));

    static final Map<String, HandoverEvent> HANDOVERS =
            Map.of(
                    "handover-requested",
                    new HandoverRequested(
                            new HandoverDetails(
                                    GROUP, "S-0001", "S-0002", false, List.of(CLIENT), true),
                            "S-0009",
                            "leaves the bank"),
                    "handover-carried-out",
                    new HandoverCarriedOut(List.of(CLIENT), "S-0010"));

    static final Map<String, SettingEvent> SETTINGS =
            Map.of(
                    "setting-changed",
                    new SettingChanged(
                            "approvals",
                            2,
                            JsonNodeFactory.instance.objectNode().put("validHours", 48)));

    static final Map<String, CalendarEvent> CALENDARS =
            Map.of(
                    "calendar-year-published",
                    new CalendarYearPublished(
                            new CalendarYear(
                                    "HK",
                                    2026,
                                    List.of(
                                            new CalendarYear.Day(
                                                    LocalDate.of(2026, 7, 1), false)))));

    private Examples() {}
}
