package io.exitbrain.topology.flow;

/**
 * The names of the sink nodes. The processors forward to them by name. Each sub-topology has its own sinks.
 *
 * @param deadLetters the sink of the dead letters
 * @param inputs the prefix of the sinks that write the input topics
 */
public record Sinks(String deadLetters, String inputs) {

    public static final String PLANS = "write-plans";
    public static final String COMMANDS = "write-commands";
    public static final String EVENTS = "write-events";

    /** The sinks of the processors that decide. */
    public static final Sinks OF_DECISIONS = new Sinks("write-dead-letters", "reroute-");

    /** The sinks of the processor that reads {@code exchange-events}. */
    public static final Sinks OF_EXCHANGE_EVENTS = new Sinks("distribute-dead-letters", "distribute-");

    /** The sink that writes the input {@code topic}, on the partition of the symbol. */
    public String inputOf(String topic) {
        return inputs + topic;
    }
}
