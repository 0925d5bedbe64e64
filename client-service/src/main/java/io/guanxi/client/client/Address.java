package io.guanxi.client.client;

import java.math.BigDecimal;

/**
 * A postal address.
 *
 * @param point its place on the map; null where it is not known
 */
public record Address(String line, Point point) {

    /** WGS 84 degrees. */
    public record Point(BigDecimal latitude, BigDecimal longitude) {}
}
