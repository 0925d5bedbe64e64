package io.guanxi.local.chaos;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The points of this process. An armed one says that it was reached and holds its thread until it
 * is told to go on, or until the process is killed there.
 */
final class FaultPoints {
    private final Consumer<String> say;
    private final Map<Point, Integer> armed = new EnumMap<>(Point.class);
    private int goes;

    FaultPoints(Consumer<String> say) {
        this.say = say;
    }

    /**
     * @param passing how many come by before one is held, itself counted
     */
    synchronized void arm(Point point, int passing) {
        armed.put(point, passing);
    }

    synchronized void disarm() {
        armed.clear();
        go();
    }

    synchronized void go() {
        goes++;
        notifyAll();
    }

    synchronized boolean isArmed(Point point) {
        return armed.containsKey(point);
    }

    /** Comes by; costs nothing much where nobody waits. */
    synchronized void reach(Point point, String detail) {
        Integer left = armed.get(point);
        if (left == null) {
            return;
        }
        if (left > 1) {
            armed.put(point, left - 1);
            return;
        }
        armed.remove(point);
        say.accept(WorkerProcess.REACHED + point + " " + detail);
        int before = goes;
        try {
            while (goes == before) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
