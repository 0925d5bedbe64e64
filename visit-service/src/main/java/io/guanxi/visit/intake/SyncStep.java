package io.guanxi.visit.intake;

import io.guanxi.kit.eventsourcing.CommandContext;
import io.guanxi.visit.lifecycle.AppointmentChange;
import io.guanxi.visit.lifecycle.VisitCommand;

/**
 * An operation that may be carried out.
 *
 * @param change null unless it changes an appointment
 */
record SyncStep(
        SyncOperation operation,
        VisitCommand command,
        CommandContext context,
        AppointmentChange change) {}
