package io.exitbrain.demo.audit;

import io.exitbrain.domain.Mode;
import io.exitbrain.domain.Policy;
import io.exitbrain.topology.Engine;
import io.exitbrain.topology.ReplayDriver;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The whole topology, record by record, without a broker. */
public final class WholeFlow implements Subject {

    static {
        // random histories lead to thousands of alarms and dead letters; each is audited, none needs to be read
        Stream.of("Account", "Bury", "Reference")
                .forEach(name -> System.setProperty("org.slf4j.simpleLogger.log.io.exitbrain.topology." + name, "off"));
    }

    private final ReplayDriver driver;

    /** Starts with the wall clock at {@code wallClockMs}, epoch milliseconds. */
    public WholeFlow(Policy policy, long wallClockMs) {
        this(Engine.with(policy), wallClockMs);
    }

    /** The flow of {@code engine}. */
    public WholeFlow(Engine engine, long wallClockMs) {
        this.driver = ReplayDriver.start(engine, engine.policy().mode() == Mode.SHADOW, wallClockMs);
    }

    @Override
    public List<Line> send(Line line) {
        if (line.isAdvance()) {
            driver.advanceWallClock(line.timestamp());
        } else {
            Optional<byte[]> bytes = line.value().map(text -> text.getBytes(StandardCharsets.UTF_8));
            driver.send(line.topic(), line.key(), bytes, line.timestamp());
        }
        return driver.emitted().stream().map(WholeFlow::line).toList();
    }

    private static Line line(ReplayDriver.Emitted emitted) {
        return new Line(
                emitted.topic(),
                emitted.key(),
                emitted.value().map(bytes -> new String(bytes, StandardCharsets.UTF_8)),
                emitted.reason(),
                emitted.timestamp());
    }

    @Override
    public void close() {
        driver.close();
    }
}
