package io.exitbrain.topology.transactions;

import io.exitbrain.topology.vitals.RecoveryVitals;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every 3 s, in a thread of its own, for transactions that hang. One of this application is so ended within 20 s. */
public final class TransactionWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TransactionWatch.class);
    private static final long EVERY_MS = 3_000;

    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "exit-brain-transactions");
        thread.setDaemon(true);
        return thread;
    });
    private final HangingTransactions transactions;

    /**
     * The caller closes {@code admin}.
     *
     * @param group the consumer group of the application, which is its name, too
     * @param hiding the partitions with records that readers of committed records do not see yet
     */
    public TransactionWatch(
            Admin admin, String group, Supplier<? extends Collection<TopicPartition>> hiding, RecoveryVitals vitals) {
        this.transactions =
                new HangingTransactions(new TransactionAdmin(admin), group, hiding, vitals, System::currentTimeMillis);
    }

    /** Starts to look. */
    public void start() {
        // Never done before close(): no look throws.
        ScheduledFuture<?> unused =
                clockwork.scheduleWithFixedDelay(this::look, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            transactions.look();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            log.warn("cannot look for transactions that hang: {}", failure.toString());
        }
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
