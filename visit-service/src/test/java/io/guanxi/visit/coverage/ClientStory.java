package io.guanxi.visit.coverage;

import io.guanxi.kit.eventsourcing.Decision;
import io.guanxi.kit.eventsourcing.Json;
import io.guanxi.visit.Channel;
import io.guanxi.visit.coverage.CoverageCommand.NoteContact;
import io.guanxi.visit.coverage.CoverageCommand.NoteFlags;
import io.guanxi.visit.coverage.CoverageCommand.NoteOwner;
import io.guanxi.visit.coverage.CoverageCommand.NoteStanding;
import io.guanxi.visit.coverage.CoverageCommand.NoteTier;
import io.guanxi.visit.coverage.CoverageCommand.ReckonAfresh;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Tells a client's story day by day, and asks what it comes to. Days are Shanghai's, at noon. */
final class ClientStory {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final UUID CLIENT = UUID.fromString("01900000-0000-7000-8000-000000000001");
    static final Cadences BUILT_IN = builtIn();

    private final CoverageDecider decider = new CoverageDecider();
    private Reckoning reckoning;
    private Coverage coverage = Coverage.NONE;
    private final List<CoverageEvent> lastEvents = new ArrayList<>();

    ClientStory(Cadences cadences) {
        this.reckoning = new Reckoning(List.of(new Ruling(1, Instant.EPOCH, cadences)), ZONE);
    }

    static ClientStory begins() {
        return new ClientStory(BUILT_IN);
    }

    ClientStory assigned(String day) {
        return ownedBy("S-0001", day);
    }

    ClientStory ownedBy(String rmId, String day) {
        return tell(new NoteOwner(CLIENT, rmId, "U-001", noon(day), reckoning, noon(day)));
    }

    ClientStory tier(String tier, String day) {
        return tell(new NoteTier(CLIENT, tier, noon(day), reckoning, noon(day)));
    }

    ClientStory flags(String day, String... flags) {
        return tell(new NoteFlags(CLIENT, Set.of(flags), noon(day), reckoning, noon(day)));
    }

    ClientStory active(boolean active, String day) {
        return tell(new NoteStanding(CLIENT, active, noon(day), reckoning, noon(day)));
    }

    /** The setting is changed on that day, and what is owed is reckoned afresh. */
    ClientStory ruled(Cadences cadences, String day) {
        List<Ruling> rules = new ArrayList<>(reckoning.rules());
        rules.add(new Ruling(rules.size() + 1, noon(day), cadences));
        reckoning = new Reckoning(rules, ZONE);
        return tell(new ReckonAfresh(CLIENT, reckoning, noon(day)));
    }

    ClientStory seen(String day) {
        return contact(Channel.FACE_TO_FACE, noon(day));
    }

    ClientStory phoned(String day) {
        return contact(Channel.PHONE, noon(day));
    }

    ClientStory contact(Channel channel, Instant at) {
        UUID visit =
                UUID.nameUUIDFromBytes((channel + at.toString()).getBytes(StandardCharsets.UTF_8));
        return tell(new NoteContact(CLIENT, visit, channel, at, reckoning, at.plusSeconds(60)));
    }

    ClientStory tell(CoverageCommand command) {
        lastEvents.clear();
        if (decider.decide(command, coverage)
                instanceof Decision.Accepted<CoverageEvent> accepted) {
            lastEvents.addAll(accepted.events());
        }
        for (CoverageEvent event : lastEvents) {
            coverage = decider.evolve(coverage, event);
        }
        return this;
    }

    List<CoverageEvent> lastEvents() {
        return List.copyOf(lastEvents);
    }

    Coverage coverage() {
        return coverage;
    }

    Reckoning reckoning() {
        return reckoning;
    }

    /** The last day on which the client may still be reached in time. */
    String due(String row) {
        Obligation obligation = coverage.obligations().get(row);
        return obligation == null || !obligation.open()
                ? "nothing"
                : LocalDate.ofInstant(obligation.dueAt().minusMillis(1), ZONE).toString();
    }

    String warned(String row) {
        return LocalDateTime.ofInstant(coverage.obligations().get(row).warnAt(), ZONE).toString();
    }

    String opens(String row) {
        return LocalDateTime.ofInstant(coverage.obligations().get(row).openedAt(), ZONE).toString();
    }

    /** F5 of a month, as {@code met/due}; null where nothing was due. */
    String f5(String month) {
        MonthShare share = Months.of(YearMonth.parse(month), coverage.facts(), reckoning);
        return share.due() == 0 ? null : share.met() + "/" + share.due();
    }

    /** How the due day ended: an outcome, or null while nothing ended it. */
    Outcome outcome(String row, String dueDay) {
        Instant dueAt = LocalDate.parse(dueDay).plusDays(1).atStartOfDay(ZONE).toInstant();
        CoverageEvent.ObligationJudged judged = coverage.judged().get(new Coverage.Due(row, dueAt));
        return judged == null ? null : judged.outcome();
    }

    static Instant noon(String day) {
        return LocalDate.parse(day).atTime(12, 0).atZone(ZONE).toInstant();
    }

    private static Cadences builtIn() {
        try (InputStream in = ClientStory.class.getResourceAsStream("/settings/cadences.json")) {
            return Json.read(in.readAllBytes(), Cadences.class);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
