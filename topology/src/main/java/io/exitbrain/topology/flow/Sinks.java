package io.exitbrain.topology.flow;

/** The names of the sink nodes: the deciding processors send to them by name. */
public final class Sinks {

    public static final String PLANS = "write-plans";
    public static final String COMMANDS = "write-commands";
    public static final String EVENTS = "write-events";
    public static final String DEAD_LETTERS = "write-dead-letters";

    private Sinks() {}

    /** The sink of records without a key, back to the {@code topic} they came from: there on the partition of their symbol. */
    public static String rekeyed(String topic) {
        return "rekey-" + topic;
    }
}
