package io.guanxi.notification.routing;

/** The people above a client, nearest first; from the manager upwards along the supervisors. */
public enum Level {
    MANAGER,
    SUPERVISOR,
    DEPARTMENT_HEAD,
    BRANCH_HEAD
}
