package io.guanxi.visit.lifecycle;

/**
 * The {@code visits} setting.
 *
 * @param registrationLeadMinutes VI-03: registered later than this before it begins, a visit is
 *     ad-hoc
 * @param lateAfterHours a report that comes later than this is marked late
 */
public record VisitPolicy(int registrationLeadMinutes, int lateAfterHours) {}
