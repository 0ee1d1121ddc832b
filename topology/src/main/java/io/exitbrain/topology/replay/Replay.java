package io.exitbrain.topology.replay;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.Topics;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.context.Lane;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/** Feeds input lines through the flow one by one and writes the output of each line. */
final class Replay implements AutoCloseable {

    private static final Set<String> INPUTS = Set.copyOf(Topics.live().inputNames());

    private final LongFunction<FlowDriver> starter;
    private final Writer out;
    private final ReplayLine.Parser parser = new ReplayLine.Parser(INPUTS);
    private final PriceLine price = new PriceLine();
    private Optional<FlowDriver> driver = Optional.empty();

    /** What the flow runs on that started at a wall time, epoch milliseconds, is what {@code starter} gives. */
    private Replay(LongFunction<FlowDriver> starter, Writer out) {
        this.starter = starter;
        this.out = out;
    }

    /** A replay that calls the processors of the flow directly. */
    static Replay direct(Policy policy, Writer out) {
        return new Replay(wallClockMs -> DirectFlow.start(FlowContext.with(policy), wallClockMs), out);
    }

    /** A replay through the topology, on {@code lane}. */
    static Replay through(Lane lane, Policy policy, Writer out) {
        FlowContext flow = FlowContext.with(policy).with(lane);
        return new Replay(wallClockMs -> ReplayDriver.start(flow, wallClockMs), out);
    }

    void all(InputStream in) throws IOException {
        ByteLines lines = new ByteLines(in);
        while (lines.advance()) {
            if (isQuietPrice(lines)) {
                parser.skip();
            } else {
                general(lines.text());
            }
        }
    }

    /** Most lines are prices that change nothing: they are taken without an object for each of their parts. */
    private boolean isQuietPrice(ByteLines line) {
        return driver.isPresent()
                && driver.get() instanceof DirectFlow flow
                && price.read(line.bytes(), line.start(), line.end())
                && flow.absorb(price.key(), price.value(), price.timestamp());
    }

    private void general(String line) throws IOException {
        if (line.isBlank()) {
            parser.skip();
        } else {
            one(parser.parse(line));
        }
    }

    private void one(ReplayLine line) throws IOException {
        if (line instanceof ReplayLine.Send send) {
            started(send.timestamp()).send(send.topic(), send.key(), send.value(), send.timestamp());
        } else if (line instanceof ReplayLine.Advance advance) {
            started(0).advanceWallClock(advance.milliseconds());
        }
        for (FlowDriver.Emitted record : started(0).emitted()) {
            write(record);
        }
    }

    /** The wall clock starts at the first record's timestamp. */
    private FlowDriver started(long wallClockMs) {
        if (driver.isEmpty()) {
            driver = Optional.of(starter.apply(wallClockMs));
        }
        return driver.get();
    }

    private void write(FlowDriver.Emitted record) throws IOException {
        out.write("{\"topic\":");
        out.write(ExactValue.quoted(record.topic()));
        out.write(",\"key\":");
        out.write(record.key().map(ExactValue::quoted).orElse("null"));
        out.write(',' + value(record));
        out.write(record.reason()
                .map(reason -> ",\"reason\":" + ExactValue.quoted(reason))
                .orElse(""));
        out.write(",\"timestamp\":" + record.timestamp() + "}\n");
    }

    /** The value as JSON if it is valid JSON, else as text, because a dead letter can hold any bytes. */
    private static String value(FlowDriver.Emitted record) {
        if (record.value().isEmpty()) {
            return "\"value\":null";
        }
        String text = new String(record.value().get(), StandardCharsets.UTF_8);
        // Only a dead letter has a reason, and can hold any bytes.
        if (record.reason().isEmpty() && CanonicalJson.is(text)) {
            return "\"value\":" + text;
        }
        return ReplayLine.Parser.asJson(text)
                .map(json -> "\"value\":" + json)
                .orElseGet(() -> "\"valueText\":" + ExactValue.quoted(text));
    }

    @Override
    public void close() {
        driver.ifPresent(FlowDriver::close);
    }
}
