package io.exitbrain.topology.replay;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.Punctuator;

/** The punctuators of a flow that runs without Kafka Streams, by the wall clock, as Streams calls them. */
final class Punctuations {

    private final List<Scheduled> scheduled = new ArrayList<>();

    /** A punctuator and the time of its next call, epoch milliseconds. */
    private static final class Scheduled {

        private final Punctuator punctuator;
        private final long periodMs;
        private long dueMs;

        Scheduled(Punctuator punctuator, long periodMs, long dueMs) {
            this.punctuator = punctuator;
            this.periodMs = periodMs;
            this.dueMs = dueMs;
        }

        /** Calls that are missed are left out; the later ones stay at whole periods from the first. */
        void callAt(long nowMs) {
            dueMs += periodMs * ((nowMs - dueMs) / periodMs + 1);
            punctuator.punctuate(nowMs);
        }
    }

    /** Calls {@code punctuator} each {@code periodMs} from {@code nowMs} on. */
    Cancellable add(Punctuator punctuator, long periodMs, long nowMs) {
        Scheduled added = new Scheduled(punctuator, periodMs, nowMs + periodMs);
        scheduled.add(added);
        return () -> scheduled.remove(added);
    }

    /** Calls each punctuator that is due, once. */
    void advancedTo(long nowMs) {
        for (Scheduled each : List.copyOf(scheduled)) {
            if (each.dueMs <= nowMs) {
                each.callAt(nowMs);
            }
        }
    }
}
