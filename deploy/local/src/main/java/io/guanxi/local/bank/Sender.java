package io.guanxi.local.bank;

import java.util.Iterator;
import java.util.function.LongConsumer;

/** Sends lines of one sort. */
interface Sender<T> {
    /** Tells, whenever some are confirmed, how many that makes in this call. */
    void send(Iterator<T> lines, LongConsumer confirmed);
}
