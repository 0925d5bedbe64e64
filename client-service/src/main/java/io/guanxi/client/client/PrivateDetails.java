package io.guanxi.client.client;

import java.util.Map;

/**
 * What is encrypted under the client's key: names and addresses of persons, numbers that identify
 * them, and all free text.
 *
 * @param personName null for an organisation
 * @param referrer who brought the client
 * @param profile the free sections of the profile (CL-02, CL-03)
 */
public record PrivateDetails(
        String personName,
        Address address,
        IdentityNumbers identifiers,
        String referrer,
        Map<String, Object> profile) {

    /** What remains when the key has been destroyed. */
    public static final PrivateDetails FORGOTTEN =
            new PrivateDetails(null, null, null, null, Map.of());

    public PrivateDetails {
        profile = profile == null ? Map.of() : profile;
    }

    /** Nothing to hide needs no key: it is stored as nothing. */
    static PrivateDetails orNull(PrivateDetails details) {
        return FORGOTTEN.equals(details) ? null : details;
    }
}
