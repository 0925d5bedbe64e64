package io.guanxi.visit.lifecycle;

/** What was odd about a report; said, never held against it. */
public final class Flags {
    /** Nobody had planned the visit. */
    public static final String UNPLANNED = "UNPLANNED";

    /** The visit's log had come before. */
    public static final String AFTER_LOG = "AFTER_LOG";

    public static final String AFTER_CANCELLATION = "AFTER_CANCELLATION";
    public static final String AFTER_NO_SHOW = "AFTER_NO_SHOW";

    /** The same had been reported before, differently. */
    public static final String REPEATED = "REPEATED";

    /** The device admits that its place was set by hand. */
    public static final String MOCKED_LOCATION = "MOCKED_LOCATION";

    /** The device's clock is more than a day off; its times are taken as they are. */
    public static final String CLOCK_ABSURD = "CLOCK_ABSURD";

    private Flags() {}
}
