package io.guanxi.contracts.clients;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/** WGS 84, decimal degrees, as decimal strings. */
public record Point(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal latitude,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal longitude) {}
