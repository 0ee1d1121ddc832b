package io.exitbrain.topology.evidence;

import org.apache.kafka.streams.KafkaStreams;

/** The state of Kafka Streams and its age. Times are milliseconds of a clock that never goes back. */
final class StateAge {

    private KafkaStreams.State state = KafkaStreams.State.CREATED;
    private long sinceMs;

    StateAge(long nowMs) {
        this.sinceMs = nowMs;
    }

    synchronized void observe(KafkaStreams.State now, long nowMs) {
        if (now != state) {
            state = now;
            sinceMs = nowMs;
        }
    }

    /** The time since the engine began to start or to rebalance; 0 if it does neither. */
    synchronized long rebalancingMs(long nowMs) {
        boolean isOnItsWay = state == KafkaStreams.State.REBALANCING || state == KafkaStreams.State.CREATED;
        return isOnItsWay ? nowMs - sinceMs : 0;
    }
}
