package io.exitbrain.topology.brokers;

/** No broker answers at the addresses, or something that is no broker does. The message is one sentence and names the setting to change. */
public final class BrokersUnreachable extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    BrokersUnreachable(String sentence) {
        super(sentence);
    }

    BrokersUnreachable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
