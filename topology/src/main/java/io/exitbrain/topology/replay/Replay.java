package io.exitbrain.topology.replay;

import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.Topics;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.context.Lane;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Feeds input lines through the topology one by one and writes the output of each line. */
final class Replay implements AutoCloseable {

    private static final Set<String> INPUTS = Set.copyOf(Topics.live().inputNames());

    private final FlowContext flow;
    private final Writer out;
    private final ReplayLine.Parser parser = new ReplayLine.Parser(INPUTS);
    private Optional<ReplayDriver> driver = Optional.empty();

    Replay(Policy policy, Lane lane, Writer out) {
        this.flow = FlowContext.with(policy).with(lane);
        this.out = out;
    }

    void all(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                one(parser.parse(line));
            } else {
                parser.skip();
            }
        }
    }

    private void one(ReplayLine line) throws IOException {
        if (line instanceof ReplayLine.Send send) {
            started(send.timestamp()).send(send.topic(), send.key(), send.value(), send.timestamp());
        } else if (line instanceof ReplayLine.Advance advance) {
            started(0).advanceWallClock(advance.milliseconds());
        }
        for (ReplayDriver.Emitted record : started(0).emitted()) {
            write(record);
        }
    }

    /** The wall clock starts at the first record's timestamp. */
    private ReplayDriver started(long wallClockMs) {
        if (driver.isEmpty()) {
            driver = Optional.of(ReplayDriver.start(flow, wallClockMs));
        }
        return driver.get();
    }

    private void write(ReplayDriver.Emitted record) throws IOException {
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
    private static String value(ReplayDriver.Emitted record) {
        if (record.value().isEmpty()) {
            return "\"value\":null";
        }
        String text = new String(record.value().get(), StandardCharsets.UTF_8);
        return ReplayLine.Parser.asJson(text)
                .map(json -> "\"value\":" + json)
                .orElseGet(() -> "\"valueText\":" + ExactValue.quoted(text));
    }

    @Override
    public void close() {
        driver.ifPresent(ReplayDriver::close);
    }
}
