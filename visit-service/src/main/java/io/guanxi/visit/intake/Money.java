package io.guanxi.visit.intake;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An amount as a decimal string, with its currency. */
@Schema(name = "Money", description = "An amount as a decimal string, with its currency")
public record Money(
        @NotNull @Digits(integer = 15, fraction = 4) @JsonFormat(shape = JsonFormat.Shape.STRING)
                BigDecimal amount,
        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be a currency code")
                String currency) {}
