package io.guanxi.visit.lifecycle;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** WGS 84, decimal degrees. */
public record Point(BigDecimal latitude, BigDecimal longitude) {
    private static final double EARTH_METRES = 6_371_008.8;

    /**
     * To two decimals, about a kilometre: near enough to plan a day, too coarse to follow anyone.
     */
    Point coarse() {
        return new Point(
                latitude.setScale(2, RoundingMode.HALF_UP),
                longitude.setScale(2, RoundingMode.HALF_UP));
    }

    /** Along the surface, by the haversine formula. */
    int metresTo(Point other) {
        double here = Math.toRadians(latitude.doubleValue());
        double there = Math.toRadians(other.latitude.doubleValue());
        double north = Math.sin((there - here) / 2);
        double turn = other.longitude.subtract(longitude).doubleValue();
        double east = Math.sin(Math.toRadians(turn) / 2);
        double chord = north * north + Math.cos(here) * Math.cos(there) * east * east;
        return (int) Math.round(2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(chord))));
    }
}
