package io.exitbrain.listeners;

import java.util.List;
import java.util.Optional;

/**
 * What listens at an address.
 *
 * @param sentence what was seen, without the address; empty for a broker
 */
public record Listener(BrokerAddress address, Kind kind, String sentence) {

    /** Who answers. */
    public enum Kind {
        BROKER,
        /** Nothing answers. */
        NONE,
        /** Something answers, but not as a broker does. */
        OTHER
    }

    public boolean isBroker() {
        return kind == Kind.BROKER;
    }

    public boolean isOther() {
        return kind == Kind.OTHER;
    }

    /** The first of {@code listeners} that is no broker. Kafka's clients take its first bytes for a length, and run out of memory. */
    public static Optional<Listener> firstOther(List<Listener> listeners) {
        return listeners.stream().filter(Listener::isOther).findFirst();
    }

    /** That the address is wrong, for whoever can change {@code setting}. */
    public String refusal(String setting) {
        return "%s is not a Kafka broker: %s; change %s".formatted(address, sentence, setting);
    }
}
