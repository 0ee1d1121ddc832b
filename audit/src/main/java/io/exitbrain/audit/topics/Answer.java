package io.exitbrain.audit.topics;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;

/** What brokers answer. */
public final class Answer {

    private Answer() {}

    /** Waits for the answer; throws {@link TopicsUnreadable} if the brokers refuse. */
    public static <T> T of(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw new TopicsUnreadable("the brokers refused: " + failure.getCause(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TopicsUnreadable("was interrupted while it waited for the brokers", interrupted);
        }
    }
}
