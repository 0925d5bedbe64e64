package io.guanxi.visit.lifecycle;

/**
 * Where a device says it was.
 *
 * @param accuracyMetres null, like the two after it, where the device did not say
 * @param ageSeconds how old the fix was
 * @param mocked the device admits that the place was set by hand
 */
public record Location(Point point, Integer accuracyMetres, Integer ageSeconds, Boolean mocked) {}
