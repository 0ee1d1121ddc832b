package io.exitbrain.lab.report.plot;

import io.exitbrain.lab.report.markup.Element;
import io.exitbrain.lab.report.plot.Axis.Tick;
import java.util.List;
import java.util.Locale;

/** The area of a plot between two axes. What is beyond an end of an axis is drawn at that end. For one thread. */
final class Frame {

    static final int WIDTH = 420;
    private static final int HEIGHT = 270;
    private static final int LEFT = 60;
    static final int RIGHT = 14;
    private static final int TOP = 10;
    private static final int BOTTOM = 42;
    private static final int TEXT_HEIGHT = 4;

    private final Axis xAxis;
    private final Axis yAxis;
    private final int left;
    private final int right;
    private final int height;
    private final Element svg;

    private Frame(Axis xAxis, Axis yAxis, Margins margins, int height, String sentence) {
        this.xAxis = xAxis;
        this.yAxis = yAxis;
        this.left = margins.left();
        this.right = WIDTH - margins.right();
        this.height = height;
        this.svg = Element.of("svg")
                .with("viewBox", String.format(Locale.ROOT, "0 0 %d %d", WIDTH, height))
                .with("role", "img")
                .with("aria-label", sentence);
        drawAxes();
    }

    private record Margins(int left, int right) {}

    /** {@code sentence} says what the plot shows, for those who cannot see it. */
    static Frame of(Axis xAxis, Axis yAxis, String sentence) {
        return new Frame(xAxis, yAxis, new Margins(LEFT, RIGHT), HEIGHT, sentence);
    }

    /**
     * A plot with {@code rows} rows of this height, no numbers at its left side, and a margin for texts at its
     * right side.
     */
    static Frame ofRows(Axis xAxis, int rows, int rowHeight, int right, String sentence) {
        return new Frame(xAxis, Axis.rows(rows), new Margins(RIGHT, right), TOP + BOTTOM + rows * rowHeight, sentence);
    }

    private void drawAxes() {
        for (Tick tick : xAxis.ticks()) {
            line(tick.value(), yAxis.low(), tick.value(), yAxis.high(), "grid");
            text(x(tick.value()), bottom() + 14, "middle", "tick", tick.label());
        }
        for (Tick tick : yAxis.ticks()) {
            line(xAxis.low(), tick.value(), xAxis.high(), tick.value(), "grid");
            text(left - 6, y(tick.value()) + TEXT_HEIGHT, "end", "tick", tick.label());
        }
        line(xAxis.low(), yAxis.low(), xAxis.high(), yAxis.low(), "edge");
        text((left + right) / 2.0, height - 8, "middle", "name", xAxis.label());
        svg.add(Element.of("text", yAxis.label())
                .with("transform", String.format(Locale.ROOT, "translate(12 %d) rotate(-90)", (TOP + bottom()) / 2))
                .with("text-anchor", "middle")
                .classed("name"));
    }

    private int bottom() {
        return height - BOTTOM;
    }

    double x(double value) {
        return left + xAxis.place(value) * (right - left);
    }

    double y(double value) {
        return bottom() - yAxis.place(value) * (bottom() - TOP);
    }

    /** Whether a value is not beyond an end of the x-axis. */
    boolean holdsX(double value) {
        return value >= xAxis.low() && value <= xAxis.high();
    }

    /** A line between two points in the units of the axes. */
    Frame line(double x1, double y1, double x2, double y2, String classes) {
        svg.add(Element.of("line")
                .with("x1", x(x1))
                .with("y1", y(y1))
                .with("x2", x(x2))
                .with("y2", y(y2))
                .classed(classes));
        return this;
    }

    /** A line across the plot at a value of the x-axis. */
    Frame vertical(double value, String classes) {
        return line(value, yAxis.low(), value, yAxis.high(), classes);
    }

    /** A line across the plot at a value of the y-axis. */
    Frame horizontal(double value, String classes) {
        return line(xAxis.low(), value, xAxis.high(), value, classes);
    }

    /** Where both axes have the same value. */
    Frame diagonal(String classes) {
        double from = Math.max(xAxis.low(), yAxis.low());
        double to = Math.min(xAxis.high(), yAxis.high());
        return from < to ? line(from, from, to, to, classes) : this;
    }

    /** A line from point to point. */
    Frame path(List<Point> points, String classes) {
        svg.add(Element.of("path").with("d", Path.through(points, this)).classed("line " + classes));
        return this;
    }

    /** A line that keeps the value of a point until the next one. */
    Frame steps(List<Point> points, String classes) {
        svg.add(Element.of("path").with("d", Path.stepped(points, this)).classed("line " + classes));
        return this;
    }

    Frame dot(double x, double y, double radius, String classes) {
        svg.add(Element.of("circle")
                .with("cx", x(x))
                .with("cy", y(y))
                .with("r", radius)
                .classed("dot " + classes));
        return this;
    }

    /** A text at a place in the units of the drawing. */
    Frame text(double x, double y, String anchor, String classes, String text) {
        svg.add(Element.of("text", text)
                .with("x", x)
                .with("y", y)
                .with("text-anchor", anchor)
                .classed(classes));
        return this;
    }

    /** Anything else, in the units of the drawing. */
    Frame add(Element element) {
        svg.add(element);
        return this;
    }

    Element svg() {
        return svg;
    }
}
