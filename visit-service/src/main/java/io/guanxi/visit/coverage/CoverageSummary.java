package io.guanxi.visit.coverage;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * F5 of a month.
 *
 * @param coverage met / due to four decimals; null where nothing was due, never 100 %
 * @param now how the clients of the book stand at this moment, by state
 */
@Schema(name = "CoverageSummary", description = "F5 of a month")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CoverageSummary(
        String month,
        long due,
        long met,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal coverage,
        List<ByTier> tiers,
        Map<CoverageState, Long> now) {

    /** The same of one tier, as at month end. */
    @Schema(name = "CoverageByTier")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ByTier(
            String tier,
            long due,
            long met,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal coverage) {}

    static BigDecimal ratio(long met, long due) {
        return due == 0
                ? null
                : BigDecimal.valueOf(met).divide(BigDecimal.valueOf(due), 4, RoundingMode.HALF_UP);
    }
}
