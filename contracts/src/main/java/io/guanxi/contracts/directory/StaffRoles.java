package io.guanxi.contracts.directory;

/** The roles of {@link StaffChanged#roles}, spelled as in a token's {@code groups}. */
public final class StaffRoles {
    public static final String RM = "rm";
    public static final String SUPERVISOR = "supervisor";
    public static final String HEAD = "head";
    public static final String OPERATIONS = "operations";
    public static final String SYSTEM = "system";
    public static final String AUDITOR = "auditor";
    public static final String ADMIN = "admin";

    private StaffRoles() {}
}
