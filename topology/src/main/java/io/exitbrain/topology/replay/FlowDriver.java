package io.exitbrain.topology.replay;

import java.util.List;
import java.util.Optional;

/** Runs the flow record by record with a clock of its own and without a broker. For one thread. */
public interface FlowDriver extends AutoCloseable {

    /** A record that the flow wrote; only dead letters have a {@code reason}. */
    record Emitted(
            String topic, Optional<String> key, Optional<byte[]> value, Optional<String> reason, long timestamp) {}

    /** Processes one record of an input topic. All its effects are complete on return. {@code timestamp} is in epoch milliseconds. */
    void send(String topic, Optional<String> key, Optional<byte[]> value, long timestamp);

    /** The wall clock advances. */
    void advanceWallClock(long milliseconds);

    /** The records written since the last call: topic by topic, each in its own order. */
    List<Emitted> emitted();

    @Override
    void close();
}
