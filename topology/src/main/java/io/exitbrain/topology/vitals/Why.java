package io.exitbrain.topology.vitals;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a record of a keyed input is sent to another topic or partition, and what its producer should change. */
public enum Why {
    NO_KEY("have no key: write the symbol as the key"),
    FOREIGN_KEY("have another key than their symbol: write the symbol as the key"),
    WRONG_PARTITION(
            "are on another partition than murmur2 of their key gives: set partitioner=murmur2_random in the producer (librdkafka: "
                    + "kcat, confluent-kafka), or the murmur2 partitioner of another client"),
    SEVERAL("are not one message of this topic each: write them to exchange-events");

    private final String advice;

    Why(String advice) {
        this.advice = advice;
    }

    /** The reason for a record with {@code key} that holds messages of {@code symbols}. */
    public static Why of(@Nullable String key, List<String> symbols) {
        if (key == null) {
            return NO_KEY;
        }
        return symbols.size() == 1 && !symbols.get(0).equals(key) ? FOREIGN_KEY : SEVERAL;
    }

    /** The name in metrics. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String advice() {
        return advice;
    }
}
