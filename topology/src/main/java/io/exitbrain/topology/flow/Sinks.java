package io.exitbrain.topology.flow;

/** The names of the sink nodes. The deciding processors forward to them by name. */
public final class Sinks {

    public static final String PLANS = "write-plans";
    public static final String COMMANDS = "write-commands";
    public static final String EVENTS = "write-events";
    public static final String DEAD_LETTERS = "write-dead-letters";

    private Sinks() {}

    /** The sink that writes the records of {@code topic} without a key back to it, on the partition of their symbol. */
    public static String rekeyed(String topic) {
        return "rekey-" + topic;
    }
}
