package io.guanxi.kit.service.http;

/**
 * What is wrong with one place of a request.
 *
 * @param pointer RFC 6901 JSON Pointer into the body, or {@code ?name} for a parameter of the
 *     address
 */
public record FieldError(String pointer, String message) {

    /** About a parameter of the address. */
    public static FieldError parameter(String name, String message) {
        return new FieldError("?" + name, message);
    }
}
