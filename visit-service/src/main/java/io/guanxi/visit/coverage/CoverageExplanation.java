package io.guanxi.visit.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guanxi.visit.Channel;
import io.guanxi.visit.coverage.CoverageEvent.ContactNoted;
import io.guanxi.visit.coverage.CoverageEvent.ObligationJudged;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a client is due.
 *
 * @param months F5's shares of past months
 */
@Schema(name = "CoverageExplanation", description = "Why a client is due, why overdue")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CoverageExplanation(
        UUID clientId,
        String ownerId,
        String tier,
        CoverageState state,
        List<OwedNow> owed,
        List<Contact> contacts,
        List<Past> past,
        List<MonthShare> months) {

    /** An obligation with its rule. */
    @Schema(name = "CoverageObligation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OwedNow(
            UUID obligationId,
            String row,
            CoverageState state,
            int everyMonths,
            Window window,
            Set<Channel> counts,
            Base countedFrom,
            Instant openedAt,
            Instant warnAt,
            Instant dueAt) {}

    /** What an obligation is counted from: a visit, or the assignment. */
    @Schema(name = "CoverageBase")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Base(String what, Instant at, UUID visitId) {}

    /** A contact that was had. */
    @Schema(name = "CoverageContact")
    public record Contact(UUID visitId, Channel channel, Instant at, Instant learnedAt) {}

    /** How a date ended; one that passed without an outcome was missed. */
    @Schema(name = "CoveragePast")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Past(
            String row,
            Instant dueAt,
            Outcome outcome,
            String ownerId,
            Instant metAt,
            Instant learnedAt) {}

    static CoverageExplanation of(
            UUID clientId, Coverage coverage, Reckoning reckoning, Instant now) {
        Chain chain = Chain.of(coverage.facts(), reckoning);
        List<OwedNow> owed =
                chain.owed().stream().map(o -> owed(clientId, o, reckoning, now)).toList();
        return new CoverageExplanation(
                clientId,
                chain.ownerId(),
                chain.tier(),
                owed.stream().map(OwedNow::state).max(Comparator.naturalOrder()).orElse(null),
                owed,
                contacts(coverage),
                past(coverage),
                coverage.months().values().stream()
                        .sorted(Comparator.comparing(MonthShare::month))
                        .toList());
    }

    private static OwedNow owed(UUID clientId, Owed owed, Reckoning reckoning, Instant now) {
        Cadence cadence = owed.cadence();
        Instant openedAt = owed.openedAt(reckoning);
        Instant dueAt = owed.dueAt(reckoning);
        Base base =
                owed.contact() == null
                        ? new Base("ASSIGNMENT", owed.base(), null)
                        : new Base("CONTACT", owed.base(), owed.contact().visitId());
        return new OwedNow(
                Consequences.id(clientId, cadence.kind(), cadence.row()),
                cadence.row(),
                CoverageState.at(now, openedAt, dueAt),
                cadence.months(),
                cadence.window(),
                cadence.counts(),
                base,
                openedAt,
                reckoning.warnAt(openedAt, dueAt),
                dueAt);
    }

    private static List<Contact> contacts(Coverage coverage) {
        return coverage.facts().inOrder().reversed().stream()
                .filter(ContactNoted.class::isInstance)
                .map(ContactNoted.class::cast)
                .map(c -> new Contact(c.visitId(), c.channel(), c.at(), c.learnedAt()))
                .toList();
    }

    private static List<Past> past(Coverage coverage) {
        return coverage.judged().values().stream()
                .sorted(Comparator.comparing(ObligationJudged::dueAt).reversed())
                .map(
                        j ->
                                new Past(
                                        j.row(),
                                        j.dueAt(),
                                        j.outcome(),
                                        j.ownerId(),
                                        j.metAt(),
                                        j.learnedAt()))
                .toList();
    }
}
