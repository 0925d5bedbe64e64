package io.guanxi.visit.lifecycle;

/**
 * Where a visit takes place.
 *
 * @param point null: not known
 */
public record Place(String name, Point point) {}
