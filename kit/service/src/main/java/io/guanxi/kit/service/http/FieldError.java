package io.guanxi.kit.service.http;

/**
 * What is wrong with one place of a request.
 *
 * @param pointer RFC 6901 JSON Pointer into the body, or {@code ?name} for a query parameter
 */
public record FieldError(String pointer, String message) {

    /** About a query parameter. */
    public static FieldError parameter(String name, String message) {
        return new FieldError("?" + name, message);
    }
}
