package io.exitbrain.lab.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The form of a line. Points that lie in the same tenth of a unit are drawn by their first, lowest, highest and
 * last.
 */
final class Path {

    private static final double SAME = 0.25;

    private Path() {}

    static String through(List<Point> points, Frame frame) {
        return text(thinned(placed(points, frame)), false);
    }

    static String stepped(List<Point> points, Frame frame) {
        return text(thinned(placed(points, frame)), true);
    }

    private static List<Point> placed(List<Point> points, Frame frame) {
        return points.stream()
                .map(point -> new Point(frame.x(point.x()), frame.y(point.y())))
                .toList();
    }

    private static List<Point> thinned(List<Point> points) {
        List<Point> kept = new ArrayList<>();
        for (int from = 0; from < points.size(); ) {
            int to = from + 1;
            while (to < points.size() && points.get(to).x() - points.get(from).x() < SAME) {
                to++;
            }
            keep(points.subList(from, to), kept);
            from = to;
        }
        return kept;
    }

    private static void keep(List<Point> column, List<Point> kept) {
        int lowest = 0;
        int highest = 0;
        for (int i = 1; i < column.size(); i++) {
            lowest = column.get(i).y() < column.get(lowest).y() ? i : lowest;
            highest = column.get(i).y() > column.get(highest).y() ? i : highest;
        }
        IntStream.of(0, Math.min(lowest, highest), Math.max(lowest, highest), column.size() - 1)
                .distinct()
                .mapToObj(column::get)
                .forEach(kept::add);
    }

    private static String text(List<Point> points, boolean isStepped) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            if (path.length() == 0) {
                path.append(String.format(Locale.ROOT, "M%.1f %.1f", point.x(), point.y()));
            } else {
                path.append(String.format(Locale.ROOT, isStepped ? "H%.1fV%.1f" : "L%.1f %.1f", point.x(), point.y()));
            }
        }
        return path.toString();
    }
}
