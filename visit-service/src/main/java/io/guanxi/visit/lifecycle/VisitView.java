package io.guanxi.visit.lifecycle;

import io.guanxi.kit.eventsourcing.InlineView;
import io.guanxi.kit.eventsourcing.Recorded;
import io.guanxi.visit.lifecycle.VisitEvent.VisitCancelled;
import io.guanxi.visit.lifecycle.VisitEvent.VisitChanged;
import io.guanxi.visit.lifecycle.VisitEvent.VisitConfirmed;
import io.guanxi.visit.lifecycle.VisitEvent.VisitLogged;
import io.guanxi.visit.lifecycle.VisitEvent.VisitNoShow;
import io.guanxi.visit.lifecycle.VisitEvent.VisitPlanned;
import io.guanxi.visit.lifecycle.VisitEvent.VisitReassigned;
import io.guanxi.visit.lifecycle.VisitEvent.VisitStarted;

/** One row per visit. */
final class VisitView implements InlineView<VisitEvent, VisitRow> {

    @Override
    public String table() {
        return "visit";
    }

    @Override
    public Class<VisitRow> rowType() {
        return VisitRow.class;
    }

    @Override
    public VisitRow evolve(VisitRow row, Recorded<VisitEvent> recorded) {
        VisitDraft draft = VisitDraft.of(row, recorded.streamId(), recorded.version());
        switch (recorded.event()) {
            case VisitPlanned event -> {
                draft.agree(event.appointment(), event.adHoc());
                draft.planned = event.planned();
                draft.reach(VisitState.PLANNED);
            }
            case VisitChanged event -> {
                draft.agree(event.appointment(), event.adHoc());
                draft.unconfirm();
            }
            case VisitReassigned event -> draft.agree(event.appointment(), event.adHoc());
            case VisitConfirmed _ -> {
                draft.confirmed = true;
                draft.reach(VisitState.CONFIRMED);
            }
            case VisitCancelled event -> {
                draft.reasonCode = event.reasonCode();
                draft.reach(VisitState.CANCELLED);
            }
            case VisitStarted event -> draft.start(event);
            case VisitNoShow event -> {
                draft.flag(event.flags());
                draft.reach(VisitState.NO_SHOW);
            }
            case VisitLogged event -> draft.log(event);
        }
        return draft.row();
    }
}
