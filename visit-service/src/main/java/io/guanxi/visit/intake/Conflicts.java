package io.guanxi.visit.intake;

import io.guanxi.kit.eventsourcing.EventStore;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.visit.lifecycle.Appointment;
import io.guanxi.visit.lifecycle.AppointmentChange;
import io.guanxi.visit.lifecycle.Place;
import io.guanxi.visit.lifecycle.VisitEvent;
import io.guanxi.visit.lifecycle.VisitEvent.VisitChanged;
import io.guanxi.visit.lifecycle.VisitEvent.VisitReassigned;
import io.guanxi.visit.lifecycle.VisitStream;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Finds the fields that two people changed differently while one of them was offline. */
@ApplicationScoped
class Conflicts {
    private final EventStore store;

    Conflicts(EventStore store) {
        this.store = store;
    }

    /**
     * What came after the version the device had seen.
     *
     * @param version the visit's version that was looked at
     */
    record Found(int version, List<Receipt.Conflict> conflicts) {}

    Found since(UUID visitId, int baseVersion, AppointmentChange wanted) {
        List<Recorded<VisitEvent>> newer = store.read(VisitStream.AGGREGATE, visitId, baseVersion);
        Map<String, Receipt.Conflict> conflicts = new LinkedHashMap<>();
        for (Recorded<VisitEvent> recorded : newer) {
            changes(recorded, wanted).forEach(c -> conflicts.put(c.field(), c));
        }
        conflicts.values().removeIf(c -> Objects.equals(c.yours(), c.theirs()));
        int version = newer.isEmpty() ? baseVersion : newer.getLast().version();
        return new Found(version, List.copyOf(conflicts.values()));
    }

    private static List<Receipt.Conflict> changes(
            Recorded<VisitEvent> recorded, AppointmentChange wanted) {
        List<Receipt.Conflict> found = new ArrayList<>();
        if (recorded.event() instanceof VisitChanged changed) {
            for (String field : changed.fields()) {
                Object yours = wanted(wanted, field);
                if (yours != null) {
                    Object theirs = value(changed.appointment(), changed.place(), field);
                    found.add(conflict(recorded, field, yours, theirs));
                }
            }
        }
        if (recorded.event() instanceof VisitReassigned reassigned && wanted.rmId() != null) {
            String theirs = reassigned.appointment().rmId();
            found.add(conflict(recorded, "rmId", wanted.rmId(), theirs));
        }
        return found;
    }

    private static Receipt.Conflict conflict(
            Recorded<VisitEvent> recorded, String field, Object yours, Object theirs) {
        return new Receipt.Conflict(field, yours, theirs, recorded.actor(), recorded.recordedAt());
    }

    private static Object wanted(AppointmentChange wanted, String field) {
        return switch (field) {
            case "rmId" -> wanted.rmId();
            case "purpose" -> wanted.purpose();
            case "startsAt" -> wanted.startsAt();
            case "endsAt" -> wanted.endsAt();
            case "channel" -> wanted.channel();
            case "contactIds" -> wanted.contactIds();
            case "joint" -> wanted.joint();
            case "place" -> PlaceBody.of(wanted.place());
            default -> null;
        };
    }

    private static Object value(Appointment appointment, Place place, String field) {
        return switch (field) {
            case "rmId" -> appointment.rmId();
            case "purpose" -> appointment.purpose();
            case "startsAt" -> appointment.startsAt();
            case "endsAt" -> appointment.endsAt();
            case "channel" -> appointment.channel();
            case "contactIds" -> appointment.contactIds();
            case "joint" -> appointment.joint();
            case "place" -> PlaceBody.of(place);
            default -> null;
        };
    }
}
