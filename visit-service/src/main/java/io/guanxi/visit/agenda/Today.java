package io.guanxi.visit.agenda;

import io.guanxi.visit.coverage.CoverageItem;
import io.guanxi.visit.intake.VisitSummary;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The morning page.
 *
 * @param due whose dates lie within the day's month, overdue ones first
 * @param missing parts that could not be filled
 */
@Schema(name = "Today", description = "The morning page")
public record Today(
        LocalDate day,
        List<VisitSummary> agenda,
        List<Call> calls,
        List<CoverageItem> due,
        List<String> missing) {}
