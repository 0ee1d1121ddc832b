package io.exitbrain.lab.run;

import io.exitbrain.lab.result.DrawnTrade.Point;
import java.util.ArrayList;
import java.util.List;

/** Prices of a span of time, thinned so that the lowest and the highest of each part of it are kept. */
final class Thinned {

    private static final int PARTS = 300;

    private final long from;
    private final long until;
    private final List<Point> points = new ArrayList<>();
    private long part = -1;
    private Point low = new Point(0, 0);
    private Point high = new Point(0, 0);

    /** Times in epoch milliseconds, both inclusive. */
    Thinned(long from, long until) {
        this.from = from;
        this.until = until;
    }

    void price(double price, long time) {
        if (time < from || time > until) {
            return;
        }
        long now = (time - from) * PARTS / Math.max(1, until - from);
        Point point = new Point(time, price);
        if (now != part) {
            flush();
            part = now;
            low = point;
            high = point;
        } else if (price < low.price()) {
            low = point;
        } else if (price > high.price()) {
            high = point;
        }
    }

    private void flush() {
        if (part < 0) {
            return;
        }
        Point first = low.time() <= high.time() ? low : high;
        Point second = low.time() <= high.time() ? high : low;
        points.add(first);
        if (second.time() > first.time()) {
            points.add(second);
        }
    }

    /** The points in the order of time. It is called once, at the end. */
    List<Point> points() {
        flush();
        part = -1;
        return points;
    }
}
