package io.exitbrain.topology.transactions;

import io.exitbrain.topology.background.Background;
import io.exitbrain.topology.vitals.RecoveryVitals;
import java.util.Collection;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/** Looks every 3 s, in a thread of its own, for transactions that hang. One of this application is so ended within 20 s. */
public final class TransactionWatch implements AutoCloseable {

    private static final long EVERY_MS = 3_000;

    private final Background background = new Background("exit-brain-transactions");
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
        background.repeat(this::look, EVERY_MS);
    }

    private void look() {
        try {
            transactions.look();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        background.close();
    }
}
