package io.exitbrain.serdes.feed;

/** The kinds of messages that a feed can hold, and the input topic of each. {@code exit-context} has our own form only and is none of them. */
public enum MessageKind {
    ORDER_FILL("order-fills"),
    POSITION("positions"),
    MARK_PRICE("mark-prices"),
    EXECUTION_REPORT("execution-reports"),
    INSTRUMENT("instruments");

    private final String topic;

    MessageKind(String topic) {
        this.topic = topic;
    }

    /** The input topic of messages of this kind. */
    public String topic() {
        return topic;
    }
}
