package io.guanxi.kit.service.approval;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A decision as sent to {@code <thing>/approval}. */
public record ApprovalBody(
        @NotNull Boolean approve,
        @Size(max = 2000) @Pattern(regexp = "\\P{Cntrl}*") String reason) {}
