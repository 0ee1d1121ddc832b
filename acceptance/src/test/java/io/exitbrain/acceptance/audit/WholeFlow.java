package io.exitbrain.acceptance.audit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.replay.DirectFlow;
import io.exitbrain.topology.replay.FlowDriver;
import io.exitbrain.topology.replay.ReplayDriver;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** The whole flow without a broker, one record at a time: the topology, or its processors called directly. */
public final class WholeFlow implements EngineUnderTest {

    static {
        // random histories log thousands of alarms and dead letters, and the audit checks each of them
        Stream.of("flow.DecisionLog", "flow.Emitter", "context.ReferenceTable")
                .forEach(name ->
                        ((Logger) LoggerFactory.getLogger("io.exitbrain.topology." + name)).setLevel(Level.OFF));
    }

    private final FlowDriver driver;

    /** The wall clock starts at {@code wallClockMs}, epoch milliseconds. */
    public WholeFlow(Policy policy, long wallClockMs) {
        this(FlowContext.with(policy), wallClockMs);
    }

    /** A topology for {@code engine}. */
    public WholeFlow(FlowContext engine, long wallClockMs) {
        this(ReplayDriver.start(engine, wallClockMs));
    }

    private WholeFlow(FlowDriver driver) {
        this.driver = driver;
    }

    /** The processors of the flow without Kafka Streams. */
    static WholeFlow direct(FlowContext engine, long wallClockMs) {
        return new WholeFlow(DirectFlow.start(engine, wallClockMs));
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

    private static Line line(FlowDriver.Emitted emitted) {
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
