package io.exitbrain.topology.history;

import java.util.ArrayList;
import java.util.List;

/**
 * Thins a line of prices for a chart. Each stretch of time keeps its first, lowest, highest and last price, and every price that caused a
 * decision stays. An average would hide the peak that moved a stop.
 */
final class Thinning {

    private Thinning() {}

    /** {@code points} sorted by time, thinned to {@code buckets} stretches of equal duration; the same points if they are few. */
    static List<PricePoint> of(List<PricePoint> points, int buckets) {
        if (points.size() <= 4 * buckets) {
            return points;
        }
        long start = points.get(0).time();
        long length = Math.max(1, (points.get(points.size() - 1).time() - start) / buckets + 1);
        List<PricePoint> thinned = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= points.size(); to++) {
            if (to == points.size()
                    || (points.get(to).time() - start) / length
                            != (points.get(from).time() - start) / length) {
                keep(points.subList(from, to), thinned);
                from = to;
            }
        }
        return thinned;
    }

    private static void keep(List<PricePoint> bucket, List<PricePoint> kept) {
        int lowest = 0;
        int highest = 0;
        for (int i = 1; i < bucket.size(); i++) {
            lowest = bucket.get(i).price().compareTo(bucket.get(lowest).price()) < 0 ? i : lowest;
            highest = bucket.get(i).price().compareTo(bucket.get(highest).price()) > 0 ? i : highest;
        }
        for (int i = 0; i < bucket.size(); i++) {
            boolean isEdge = i == 0 || i == bucket.size() - 1;
            if (isEdge || i == lowest || i == highest || bucket.get(i).isCause()) {
                kept.add(bucket.get(i));
            }
        }
    }
}
