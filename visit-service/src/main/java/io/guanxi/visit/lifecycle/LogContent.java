package io.guanxi.visit.lifecycle;

import io.guanxi.visit.Channel;
import io.guanxi.visit.lifecycle.VisitEvent.VisitLogged;
import java.util.List;
import java.util.UUID;

/**
 * What a log reports.
 *
 * @param said null once the client's personal data were erased
 */
public record LogContent(
        Channel channel,
        int durationMinutes,
        List<UUID> contactIds,
        List<Need> needs,
        List<FollowUp> followUps,
        Point area,
        boolean late,
        Said said) {

    static LogContent of(VisitLogged event) {
        return new LogContent(
                event.channel(),
                event.durationMinutes(),
                event.contactIds(),
                event.needs(),
                event.followUps(),
                event.area(),
                event.late(),
                event.said());
    }
}
