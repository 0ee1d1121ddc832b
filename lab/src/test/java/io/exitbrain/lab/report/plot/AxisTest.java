package io.exitbrain.lab.report.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.exitbrain.lab.report.plot.Axis.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Which values are written beside an axis. */
class AxisTest {

    private static List<String> labels(Axis axis) {
        return axis.ticks().stream().map(Tick::label).toList();
    }

    @Test
    void shouldHaveTicksAtRoundNumbers() {
        assertThat(labels(Axis.linear("", new Range(-1.3, 2.1)))).containsExactly("-1", "0", "1", "2");
        assertThat(labels(Axis.linear("", new Range(0, 0.25))))
                .containsExactly("0.00", "0.05", "0.10", "0.15", "0.20", "0.25");
        assertThat(labels(Axis.linear("", new Range(95_000, 96_000))))
                .containsExactly("95,000", "95,200", "95,400", "95,600", "95,800", "96,000");
    }

    @Test
    void shouldHaveAFewTicksInsideAnyRange() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            double low = random.nextGaussian() * Math.pow(10, random.nextInt(8) - 4);
            double high = low + Math.pow(10, random.nextDouble() * 8 - 4);
            Axis axis = Axis.linear("", new Range(low, high));

            assertThat(axis.ticks()).as("from %s to %s", low, high).hasSizeBetween(2, 7);
            assertThat(labels(axis)).doesNotHaveDuplicates();
            assertThat(axis.ticks()).allMatch(tick -> tick.value() >= low && tick.value() <= high);
        }
    }

    @Test
    void shouldPlaceValuesBetweenTheEndsAndThoseBeyondAtThem() {
        Axis axis = Axis.linear("", new Range(-1, 3));

        assertThat(axis.place(-1)).isZero();
        assertThat(axis.place(0)).isEqualTo(0.25);
        assertThat(axis.place(3)).isEqualTo(1);
        assertThat(axis.place(40)).isEqualTo(1);
        assertThat(axis.place(-40)).isZero();
        assertThat(Axis.rows(4).place(1)).isEqualTo(0.75);
    }

    @Test
    void shouldHaveTicksAtRoundTimes() {
        long from = Instant.parse("2026-11-01T10:50:00Z").toEpochMilli();

        assertThat(labels(TimeAxis.of(from, from + Duration.ofHours(3).toMillis())))
                .containsExactly("11:00", "12:00", "13:00");
        assertThat(labels(TimeAxis.of(from, from + Duration.ofDays(4).toMillis())))
                .containsExactly("11-02", "11-03", "11-04", "11-05");
        assertThat(labels(TimeAxis.of(from, from))).isNotEmpty();
    }

    @Test
    void shouldGiveEqualRatiosOfLengthsEqualPlaces() {
        Axis axis = TimeAxis.ofLengths("", DoubleStream.of(100_000));

        assertThat(labels(axis)).containsExactly("1 s", "10 s", "1 min");
        assertThat(axis.place(10_000)).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void shouldLeaveAFewValuesBeyondARange() {
        Range range = Range.of(
                DoubleStream.concat(DoubleStream.iterate(0, x -> x + 0.001).limit(1_000), DoubleStream.of(90)), -1, 1);

        assertThat(range.holds(-1)).isTrue();
        assertThat(range.holds(0.99)).isTrue();
        assertThat(range.holds(90)).isFalse();
        assertThat(Range.ofAll(5, 5).high()).isGreaterThan(5);
        assertThat(Range.ofAll(0).high()).isGreaterThan(0);
    }
}
