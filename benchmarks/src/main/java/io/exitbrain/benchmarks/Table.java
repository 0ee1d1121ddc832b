package io.exitbrain.benchmarks;

import java.util.List;
import java.util.Locale;

/** The medians of the rounds and their ratio. */
record Table(Measurement floor, Measurement engine) {

    static Table of(List<Measurement> all) {
        return new Table(median("floor", all), median("engine", all));
    }

    private static Measurement median(String candidate, List<Measurement> all) {
        List<Measurement> own =
                all.stream().filter(one -> one.candidate().equals(candidate)).toList();
        return new Measurement(
                candidate,
                middle(own.stream()
                        .mapToDouble(Measurement::pricesPerSecond)
                        .sorted()
                        .toArray()),
                middle(own.stream().mapToDouble(Measurement::cpuMicros).sorted().toArray()));
    }

    private static double middle(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    double cpuRatio() {
        return engine.cpuMicros() / floor.cpuMicros();
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "median   %s%nmedian   %s%nengine / floor, CPU a price: %.2f",
                floor.inWords(),
                engine.inWords(),
                cpuRatio());
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"floor\":{\"pricesPerSecond\":%.0f,\"cpuMicros\":%.3f},"
                        + "\"engine\":{\"pricesPerSecond\":%.0f,\"cpuMicros\":%.3f},\"cpuRatio\":%.3f}%n",
                floor.pricesPerSecond(),
                floor.cpuMicros(),
                engine.pricesPerSecond(),
                engine.cpuMicros(),
                cpuRatio());
    }
}
