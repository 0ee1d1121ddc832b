package io.exitbrain.topology;

import io.exitbrain.domain.decision.ExitPlan;
import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.policy.Mode;
import io.exitbrain.serdes.output.CausedEvent;
import io.exitbrain.serdes.output.OutputSerdes;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The topics of the flow. A topic is one value: name, key serde, value serde. Inputs are raw bytes, so that a bad record is a value and
 * not an exception. In shadow mode the outputs have other names.
 */
public record Topics(
        Topic<byte[]> orderFills,
        Topic<byte[]> positions,
        Topic<byte[]> markPrices,
        Topic<byte[]> executionReports,
        Topic<byte[]> instruments,
        Topic<byte[]> exitContext,
        Topic<byte[]> exchangeEvents,
        Topic<ExitPlan> exitPlans,
        Topic<StopCommand> commands,
        Topic<CausedEvent> exitEvents,
        Topic<byte[]> deadLetters) {

    /** The prefix of the names of shadow outputs. */
    public static final String SHADOW_PREFIX = "shadow.";

    /** A topic with text keys. Keys and values can be null. */
    public record Topic<V>(String name, Serde<String> key, Serde<V> value) {}

    public static Topics of(Mode mode) {
        return mode == Mode.SHADOW ? shadow() : live();
    }

    public static Topics live() {
        return withOutputPrefix("");
    }

    public static Topics shadow() {
        return withOutputPrefix(SHADOW_PREFIX);
    }

    /** The names of all inputs. */
    public List<String> inputNames() {
        return Stream.of(orderFills, positions, markPrices, executionReports, instruments, exitContext, exchangeEvents)
                .map(Topic::name)
                .toList();
    }

    /** The names of all outputs. */
    public List<String> outputNames() {
        return Stream.of(exitPlans, commands, exitEvents, deadLetters)
                .map(Topic::name)
                .toList();
    }

    /** The names of all topics without which the engine cannot run; {@code exchange-events} is optional. */
    public List<String> neededNames() {
        return Stream.of(
                        orderFills,
                        positions,
                        markPrices,
                        executionReports,
                        instruments,
                        exitContext,
                        exitPlans,
                        commands,
                        exitEvents,
                        deadLetters)
                .map(Topic::name)
                .toList();
    }

    private static Topics withOutputPrefix(String prefix) {
        return new Topics(
                input("order-fills"),
                input("positions"),
                input("mark-prices"),
                input("execution-reports"),
                input("instruments"),
                input("exit-context"),
                input("exchange-events"),
                new Topic<>(prefix + "exit-plans", Serdes.String(), OutputSerdes.exitPlan()),
                new Topic<>(prefix + "trailing-stop-commands", Serdes.String(), OutputSerdes.stopCommand()),
                new Topic<>(prefix + "exit-events", Serdes.String(), OutputSerdes.exitEvent()),
                input(prefix + "dead-letters"));
    }

    private static Topic<byte[]> input(String name) {
        return new Topic<>(name, Serdes.String(), Serdes.ByteArray());
    }
}
