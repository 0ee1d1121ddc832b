package io.exitbrain.lab.report.plot;

import io.exitbrain.lab.report.markup.Element;
import io.exitbrain.lab.report.markup.Format;
import io.exitbrain.lab.result.NullRun;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** What the chosen policy earns on prices without memory. */
final class NullPlot {

    private static final int BINS = 24;

    private NullPlot() {}

    static Figure of(NullRun run) {
        Figure figure = Figure.of(
                "11. Prices without memory",
                "the bars are the mean d of the chosen policy on prices made of the recorded returns in random order; the dashed line is that of the recorded prices: amid the bars it owes nothing to a pattern of the prices.");
        String sentence = Format.sentence(
                "On %s of %s paths, %s is at least as good as on the recorded prices (%s R).",
                Format.percent(run.share()), Format.count(run.paths()), run.policy(), Format.signed(run.recorded(), 3));
        return figure.with("", frame(run)).withNote(sentence);
    }

    private static Frame frame(NullRun run) {
        double[] values =
                run.differences().stream().mapToDouble(Double::doubleValue).toArray();
        Range range = Range.ofAll(DoubleStream.concat(DoubleStream.of(run.recorded()), Arrays.stream(values))
                .toArray());
        double width = (range.high() - range.low()) / BINS;
        int[] counts = new int[BINS];
        for (double value : values) {
            counts[(int) Math.min(BINS - 1, (value - range.low()) / width)]++;
        }
        int most = Arrays.stream(counts).max().orElse(1);
        Frame frame = Frame.of(
                Axis.linear("mean d, R a trade", range),
                Axis.linear("number of paths", new Range(0, Math.max(1, most))),
                "Number of price paths by mean difference in R");
        for (int i = 0; i < BINS; i++) {
            draw(range.low() + i * width, range.low() + (i + 1) * width, counts[i], frame);
        }
        return frame.vertical(run.recorded(), "limit");
    }

    private static void draw(double from, double to, int count, Frame frame) {
        frame.add(Element.of("rect")
                .with("x", frame.x(from) + 0.5)
                .with("y", frame.y(count))
                .with("width", frame.x(to) - frame.x(from) - 1)
                .with("height", frame.y(0) - frame.y(count))
                .classed("bar ref"));
    }
}
