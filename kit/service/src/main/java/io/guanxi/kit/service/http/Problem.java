package io.guanxi.kit.service.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An answer that says no, on its way out: RFC 9457 {@code application/problem+json} with a stable
 * {@code code}. Throw one wherever a request cannot be carried out; a rule of the domain is a
 * {@link io.guanxi.kit.eventsourcing.Refusal} instead.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Map<Integer, String> TITLES =
            Map.ofEntries(
                    Map.entry(400, "Bad request"),
                    Map.entry(401, "Not authenticated"),
                    Map.entry(403, "Not allowed"),
                    Map.entry(404, "Not found"),
                    Map.entry(405, "Method not allowed"),
                    Map.entry(406, "Not acceptable"),
                    Map.entry(408, "Request timed out"),
                    Map.entry(409, "Refused"),
                    Map.entry(412, "Precondition failed"),
                    Map.entry(413, "Content too large"),
                    Map.entry(415, "Unsupported media type"),
                    Map.entry(422, "Unprocessable content"),
                    Map.entry(429, "Too many requests"),
                    Map.entry(503, "Not available"));

    private final int status;
    private final String code;
    private final transient List<FieldError> errors;
    private final Duration retryAfter;

    private Problem(
            int status, String code, String detail, List<FieldError> errors, Duration retryAfter) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    /** Any status, for the cases the named ones do not cover. */
    public static Problem of(int status, String code, String detail, FieldError... errors) {
        return new Problem(status, code, detail, List.of(errors), null);
    }

    /** 400: the request itself is malformed. */
    public static Problem badRequest(String code, String detail, FieldError... errors) {
        return of(400, code, detail, errors);
    }

    /** 403: the role is too small. */
    public static Problem forbidden(String code, String detail) {
        return of(403, code, detail);
    }

    /** 404: unknown, or not for this caller's eyes; the two look the same. */
    public static Problem notFound(String code) {
        return of(404, code, "There is no such thing, or not for you.");
    }

    /** 409: what is there stands in the way. */
    public static Problem conflict(String code, String detail) {
        return of(409, code, detail);
    }

    /** 413: more than this operation takes. */
    public static Problem tooLarge(String code, String detail) {
        return of(413, code, detail);
    }

    /** 422: well-formed, but it cannot be carried out as it stands. */
    public static Problem unprocessable(String code, String detail, FieldError... errors) {
        return of(422, code, detail, errors);
    }

    /** 503 with {@code Retry-After}: a queue is full, nothing was done. */
    public static Problem busy(Duration retryAfter) {
        return new Problem(
                503,
                "busy",
                "Too much to do at this moment; nothing was stored.",
                List.of(),
                retryAfter);
    }

    /** 429 with {@code Retry-After}. */
    public static Problem tooFast(Duration retryAfter) {
        return new Problem(
                429,
                "rate.exceeded",
                "More requests than agreed; slow down.",
                List.of(),
                retryAfter);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    String title() {
        return titleOf(status);
    }

    /** The title that every problem of a status has. */
    public static String titleOf(int status) {
        return TITLES.getOrDefault(status, status >= 500 ? "Failure" : "Refused");
    }
}
