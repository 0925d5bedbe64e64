package io.guanxi.contracts;

/** The Kafka headers of a public event: CloudEvents 1.0 in binary mode, all as UTF-8 text. */
public final class CloudEventsHeaders {
    public static final String SPEC_VERSION = "ce_specversion";

    /** UUID, version 5 of the stored event: the same however often the event is sent. */
    public static final String ID = "ce_id";

    /** {@code io.guanxi.<name>.v<version>}, see {@link Contract#ceType}. */
    public static final String TYPE = "ce_type";

    /** {@code /guanxi/<service>}. */
    public static final String SOURCE = "ce_source";

    /** The record's key. */
    public static final String SUBJECT = "ce_subject";

    /** RFC 3339, when it happened, by the business clock. */
    public static final String TIME = "ce_time";

    /** RFC 3339, when the service learned it, by the business clock. */
    public static final String RECORDED_AT = "ce_recordedat";

    /** 19 digits, zero-padded; rises per partition, with gaps. */
    public static final String SEQUENCE = "ce_sequence";

    /** W3C trace context. */
    public static final String TRACEPARENT = "traceparent";

    public static final String CONTENT_TYPE = "content-type";

    private CloudEventsHeaders() {}
}
