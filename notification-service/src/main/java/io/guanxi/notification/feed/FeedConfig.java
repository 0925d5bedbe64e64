package io.guanxi.notification.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The technical limits of the live feed. */
@ConfigMapping(prefix = "guanxi.feed")
interface FeedConfig {

    /** How many connections one instance serves. */
    @WithDefault("256")
    int readers();

    /** How many events may wait for one connection; two pages at least. */
    @WithDefault("2000")
    int buffer();

    /** How far behind a connection may resume. */
    @WithDefault("10000")
    long resume();

    /** How long a connection may take for one event before it is cut. */
    @WithDefault("30s")
    Duration patience();

    @WithDefault("15s")
    Duration ping();

    /** How often the table is looked at while somebody listens. */
    @WithDefault("100ms")
    Duration poll();
}
