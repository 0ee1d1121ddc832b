package io.exitbrain.lab.report.plot;

import io.exitbrain.lab.report.markup.Format;
import io.exitbrain.lab.report.plot.Axis.Tick;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Axes of points in time and of lengths of time. */
final class TimeAxis {

    private static final int MOST_TICKS = 4;
    private static final List<Duration> STEPS = steps();
    private static final List<Duration> LENGTHS = Stream.concat(
                    Stream.of(1, 10).map(Duration::ofSeconds),
                    Stream.of(
                            Duration.ofMinutes(1),
                            Duration.ofMinutes(10),
                            Duration.ofHours(1),
                            Duration.ofHours(6),
                            Duration.ofDays(1),
                            Duration.ofDays(7),
                            Duration.ofDays(30)))
            .toList();

    private TimeAxis() {}

    private static List<Duration> steps() {
        return Stream.of(
                        Stream.of(1, 5, 15, 30).map(Duration::ofSeconds),
                        Stream.of(1, 5, 15, 30).map(Duration::ofMinutes),
                        Stream.of(1, 3, 6, 12).map(Duration::ofHours),
                        Stream.of(1, 2, 7, 14, 30, 60, 120, 365).map(Duration::ofDays))
                .flatMap(steps -> steps)
                .toList();
    }

    /** From one time to another, epoch milliseconds. */
    static Axis of(long from, long until) {
        long end = Math.max(until, from + 1_000);
        long step = step(end - from);
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern(pattern(step), Locale.ROOT).withZone(ZoneOffset.UTC);
        List<Tick> ticks = new ArrayList<>();
        for (long at = -Math.floorDiv(-from, step) * step; at <= end; at += step) {
            ticks.add(new Tick(at, format.format(Instant.ofEpochMilli(at))));
        }
        return new Axis("time, UTC, from " + Format.time(from).substring(0, 10), from, end, false, ticks);
    }

    private static long step(long length) {
        return STEPS.stream()
                .mapToLong(Duration::toMillis)
                .filter(step -> length / step <= MOST_TICKS)
                .findFirst()
                .orElse(length);
    }

    private static String pattern(long step) {
        if (step >= Duration.ofDays(1).toMillis()) {
            return "MM-dd";
        }
        return step >= Duration.ofMinutes(1).toMillis() ? "HH:mm" : "HH:mm:ss";
    }

    /**
     * Lengths of time in milliseconds on a logarithmic scale; what is shorter than a second lies at its beginning.
     */
    static Axis ofLengths(String label, DoubleStream lengths) {
        double longest = Math.max(10_000, lengths.max().orElse(0));
        List<Tick> ticks = LENGTHS.stream()
                .mapToDouble(Duration::toMillis)
                .filter(length -> length <= longest)
                .mapToObj(length -> new Tick(length, Format.duration(length)))
                .toList();
        return new Axis(label, 1_000, longest, true, ticks);
    }
}
