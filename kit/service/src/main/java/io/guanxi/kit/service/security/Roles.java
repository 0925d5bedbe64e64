package io.guanxi.kit.service.security;

/** The roles as constants, for {@code @RolesAllowed}. */
public final class Roles {
    public static final String RM = "rm";
    public static final String SUPERVISOR = "supervisor";
    public static final String HEAD = "head";
    public static final String OPERATIONS = "operations";
    public static final String SYSTEM = "system";
    public static final String AUDITOR = "auditor";
    public static final String ADMIN = "admin";

    private Roles() {}
}
