package io.guanxi.visit.intake;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.guanxi.visit.Channel;
import io.guanxi.visit.lifecycle.Appointment;
import io.guanxi.visit.lifecycle.FollowUp;
import io.guanxi.visit.lifecycle.LogContent;
import io.guanxi.visit.lifecycle.Need;
import io.guanxi.visit.lifecycle.Said;
import io.guanxi.visit.lifecycle.Visit;
import io.guanxi.visit.lifecycle.VisitState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A visit whole, its words included. */
@Schema(name = "Visit", description = "A visit whole, its words included")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VisitDocument(
        UUID id,
        UUID clientId,
        String rmId,
        String purpose,
        Instant startsAt,
        Instant endsAt,
        Channel channel,
        List<UUID> contactIds,
        List<String> joint,
        PlaceBody place,
        boolean adHoc,
        boolean confirmed,
        VisitState state,
        Start start,
        NoShow noShow,
        Cancellation cancellation,
        Log log) {

    /** That it began. */
    @Schema(name = "VisitStarted")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Start(String rmId, Instant at, PointBody area, Integer distanceMetres) {}

    /** That the client was not there. */
    @Schema(name = "VisitMissed")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NoShow(String rmId, Instant at, Integer distanceMetres, String note) {}

    /** Why it did not take place. */
    @Schema(name = "VisitCancelled")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cancellation(String reasonCode, String note) {}

    /** What came of it. */
    @Schema(name = "VisitLogged")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Log(
            String rmId,
            Channel channel,
            Instant occurredAt,
            int durationMinutes,
            List<UUID> contactIds,
            List<String> attendees,
            List<String> topics,
            List<LoggedNeed> needs,
            String feedback,
            List<Promise> followUps,
            boolean late) {

        private Log withoutWords() {
            return new Log(
                    rmId,
                    channel,
                    occurredAt,
                    durationMinutes,
                    contactIds,
                    List.of(),
                    List.of(),
                    needs.stream()
                            .map(
                                    n ->
                                            new LoggedNeed(
                                                    n.n(),
                                                    n.category(),
                                                    n.product(),
                                                    n.amount(),
                                                    null))
                            .toList(),
                    null,
                    followUps.stream().map(f -> new Promise(f.n(), null, f.due())).toList(),
                    late);
        }
    }

    /** A need, numbered. */
    @Schema(name = "VisitLoggedNeed")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LoggedNeed(
            int n, String category, String product, MoneyShown amount, String description) {}

    /** An amount as it was told. */
    @Schema(name = "MoneyShown")
    public record MoneyShown(
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) {}

    /** Something promised, numbered. */
    @Schema(name = "VisitPromise")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Promise(int n, String what, LocalDate due) {}

    static VisitDocument of(UUID id, Visit visit) {
        Appointment agreed = visit.appointment();
        return new VisitDocument(
                id,
                visit.clientId(),
                visit.rmId(),
                agreed == null ? null : agreed.purpose(),
                agreed == null ? null : agreed.startsAt(),
                agreed == null ? null : agreed.endsAt(),
                agreed == null ? null : agreed.channel(),
                agreed == null ? List.of() : agreed.contactIds(),
                agreed == null ? List.of() : agreed.joint(),
                PlaceBody.of(visit.place()),
                visit.adHoc(),
                visit.confirmed(),
                visit.state(),
                start(visit.started()),
                noShow(visit.noShow()),
                cancellation(visit.cancelled()),
                log(visit.logged()));
    }

    private static Start start(Visit.Started s) {
        return s == null
                ? null
                : new Start(s.rmId(), s.at(), PointBody.of(s.area()), s.distanceMetres());
    }

    private static NoShow noShow(Visit.NoShow n) {
        return n == null ? null : new NoShow(n.rmId(), n.at(), n.distanceMetres(), n.note());
    }

    private static Cancellation cancellation(Visit.Cancelled c) {
        return c == null ? null : new Cancellation(c.reasonCode(), c.note());
    }

    private static Log log(Visit.Logged logged) {
        if (logged == null) {
            return null;
        }
        LogContent content = logged.content();
        Said said = content.said();
        return new Log(
                logged.rmId(),
                content.channel(),
                logged.toldAt(),
                content.durationMinutes(),
                content.contactIds(),
                said == null ? List.of() : said.attendees(),
                said == null ? List.of() : said.topics(),
                content.needs().stream().map(n -> need(n, said)).toList(),
                said == null ? null : said.feedback(),
                content.followUps().stream().map(f -> promise(f, said)).toList(),
                content.late());
    }

    private static LoggedNeed need(Need n, Said said) {
        MoneyShown amount = n.amount() == null ? null : new MoneyShown(n.amount(), n.currency());
        return new LoggedNeed(
                n.n(),
                n.category(),
                n.product(),
                amount,
                said == null ? null : said.needs().get(n.n() - 1));
    }

    private static Promise promise(FollowUp f, Said said) {
        return new Promise(f.n(), said == null ? null : said.followUps().get(f.n() - 1), f.due());
    }

    /** For audit: codes, numbers and times, and nothing that was said. */
    VisitDocument withoutWords() {
        return new VisitDocument(
                id,
                clientId,
                rmId,
                purpose,
                startsAt,
                endsAt,
                channel,
                contactIds,
                joint,
                null,
                adHoc,
                confirmed,
                state,
                start,
                noShow == null
                        ? null
                        : new NoShow(noShow.rmId(), noShow.at(), noShow.distanceMetres(), null),
                cancellation == null ? null : new Cancellation(cancellation.reasonCode(), null),
                log == null ? null : log.withoutWords());
    }
}
