package io.guanxi.kit.service.security;

import java.util.Locale;
import java.util.Optional;

/** What somebody may be. A token names roles in lower case, as groups. */
public enum Role {
    RM,
    SUPERVISOR,
    HEAD,
    OPERATIONS,
    SYSTEM,
    AUDITOR,
    ADMIN;

    private final String group = name().toLowerCase(Locale.ROOT);

    /** The token's group. */
    public String group() {
        return group;
    }

    /** Whether only an active member of staff can have it. */
    public boolean needsStaff() {
        return this == RM || this == SUPERVISOR || this == HEAD;
    }

    public static Optional<Role> ofGroup(String group) {
        for (Role role : values()) {
            if (role.group().equals(group)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
