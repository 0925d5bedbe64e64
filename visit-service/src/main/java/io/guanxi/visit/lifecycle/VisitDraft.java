package io.guanxi.visit.lifecycle;

import io.guanxi.visit.lifecycle.VisitEvent.VisitLogged;
import io.guanxi.visit.lifecycle.VisitEvent.VisitStarted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A visit's row while it is being written anew. */
final class VisitDraft {
    private final UUID visitId;
    private final int version;
    private UUID clientId;
    private String rmId;
    private String purpose;
    private Instant startsAt;
    private Instant endsAt;
    private String channel;
    private List<String> joint = List.of();
    private List<String> contactIds = List.of();
    private VisitState state = VisitState.PLANNED;
    private boolean adHoc;
    boolean planned;
    boolean confirmed;
    String reasonCode;
    private Instant startedAt;
    private Instant loggedAt;
    private Integer durationMinutes;
    private Integer distanceMetres;
    private boolean late;
    private List<String> flags = List.of();
    private List<FollowUp> followUps = List.of();

    private VisitDraft(UUID visitId, int version) {
        this.visitId = visitId;
        this.version = version;
    }

    static VisitDraft of(VisitRow row, UUID visitId, int version) {
        VisitDraft draft = new VisitDraft(visitId, version);
        if (row != null) {
            draft.copy(row);
        }
        return draft;
    }

    private void copy(VisitRow row) {
        clientId = row.clientId();
        rmId = row.rmId();
        purpose = row.purpose();
        startsAt = row.startsAt();
        endsAt = row.endsAt();
        channel = row.channel();
        joint = row.joint();
        contactIds = row.contactIds();
        state = VisitState.valueOf(row.state());
        adHoc = row.adHoc();
        planned = row.planned();
        confirmed = row.confirmed();
        reasonCode = row.reasonCode();
        startedAt = row.startedAt();
        loggedAt = row.loggedAt();
        durationMinutes = row.durationMinutes();
        distanceMetres = row.distanceMetres();
        late = row.late();
        flags = row.flags();
        followUps = row.followUps();
    }

    void agree(Appointment appointment, boolean isAdHoc) {
        clientId = appointment.clientId();
        rmId = appointment.rmId();
        purpose = appointment.purpose();
        startsAt = appointment.startsAt();
        endsAt = appointment.endsAt();
        channel = appointment.channel().name();
        joint = appointment.joint();
        contactIds = texts(appointment.contactIds());
        adHoc = isAdHoc;
    }

    /** What was agreed was another time or place. */
    void unconfirm() {
        confirmed = false;
        if (state == VisitState.CONFIRMED) {
            state = VisitState.PLANNED;
        }
    }

    /** The furthest that was ever reached stands, whatever came in later. */
    void reach(VisitState reached) {
        if (reached.compareTo(state) < 0) {
            state = reached;
        }
    }

    void flag(List<String> more) {
        flags = Stream.concat(flags.stream(), more.stream()).distinct().sorted().toList();
    }

    void start(VisitStarted event) {
        if (startedAt == null || event.at().isBefore(startedAt)) {
            startedAt = event.at();
            distanceMetres = event.distanceMetres();
        }
        flag(event.flags());
        reach(VisitState.STARTED);
    }

    /** Of several logs the one that the visit's state takes shows, see {@link Standing}. */
    void log(VisitLogged event) {
        boolean stands =
                loggedAt == null
                        || event.toldAt().isAfter(loggedAt)
                        || (event.toldAt().equals(loggedAt)
                                && event.durationMinutes() >= durationMinutes);
        if (stands) {
            loggedAt = event.toldAt();
            durationMinutes = event.durationMinutes();
            late = event.late();
            followUps = event.followUps();
            channel = event.channel().name();
            contactIds = texts(event.contactIds());
            if (!planned) {
                startsAt = event.at();
                endsAt = event.at().plus(Duration.ofMinutes(event.durationMinutes()));
            }
        }
        flag(event.flags());
        reach(VisitState.LOGGED);
    }

    private static List<String> texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }

    VisitRow row() {
        return new VisitRow(
                visitId,
                clientId,
                rmId,
                purpose,
                startsAt,
                endsAt,
                channel,
                joint,
                contactIds,
                state.name(),
                adHoc,
                planned,
                confirmed,
                reasonCode,
                startedAt,
                loggedAt,
                durationMinutes,
                distanceMetres,
                late,
                flags,
                followUps,
                version);
    }
}
