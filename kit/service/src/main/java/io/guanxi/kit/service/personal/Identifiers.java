package io.guanxi.kit.service.personal;

import jakarta.enterprise.context.ApplicationScoped;

/** Fingerprints of personal identifiers, for uniqueness without keeping the identifier itself. */
@ApplicationScoped
public class Identifiers {

    /**
     * HMAC-SHA256 in hexadecimal, under a key derived from the master key.
     *
     * @param scope what kind of identifier it is, so that equal values of two kinds differ
     */
    public String hmac(String scope, String value) {
        throw new UnsupportedOperationException("Not built yet.");
    }
}
