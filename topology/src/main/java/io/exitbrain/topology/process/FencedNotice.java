package io.exitbrain.topology.process;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log that the brokers have fenced a producer of this instance, and why that can be. Once for each
 * producer.
 */
final class FencedNotice {

    private static final Logger log = LoggerFactory.getLogger(FencedNotice.class);

    private final AtomicBoolean told = new AtomicBoolean();

    void tellOnce(Throwable failure) {
        boolean isFenced =
                failure instanceof ProducerFencedException || failure instanceof InvalidProducerEpochException;
        if (isFenced && told.compareAndSet(false, true)) {
            log.warn(
                    "a stream thread was fenced: its session has ended, or another instance saw this one's port refuse connections. What "
                            + "was not committed is aborted, and the thread joins the group again ({})",
                    failure.toString());
        }
    }
}
