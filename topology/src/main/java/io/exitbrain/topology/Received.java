package io.exitbrain.topology;

import io.exitbrain.serdes.Accepted;
import io.exitbrain.serdes.Reading;
import io.exitbrain.serdes.Refused;
import org.jspecify.annotations.Nullable;

/** A record as it came, and what reading it gave: its message, or the reason why it is refused. */
record Received<T>(Reading<T> reading, byte @Nullable [] raw) {

    boolean isRefused() {
        return reading.fold(accepted -> false, refused -> true);
    }

    /** The message of an accepted record. */
    T message() {
        return reading.fold(Accepted::message, refused -> {
            throw new IllegalStateException("refused: " + refused.reason());
        });
    }

    /** Why a refused record is refused. */
    String reason() {
        return reading.fold(accepted -> "", Refused::reason);
    }
}
