package io.exitbrain.topology.process;

import io.exitbrain.logging.ProcessLock;
import io.exitbrain.topology.balance.Balance;
import io.exitbrain.topology.evidence.EngineWatch;
import io.exitbrain.topology.evidence.RestoreProgress;
import io.exitbrain.topology.http.QueryServer;
import io.exitbrain.topology.takeover.TakeOver;
import io.exitbrain.topology.transactions.TransactionWatch;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of a running engine, and the order in which they start and close.
 *
 * @param restore to be told of each restore
 * @param balance empty with the streams protocol, in which the brokers share the partitions out
 * @param takeOver empty if this instance does not watch the others
 * @param transactions empty if this instance does not look for transactions that hang
 */
record RunningParts(
        KafkaStreams streams,
        Admin admin,
        QueryServer server,
        EngineWatch watch,
        RestoreProgress restore,
        Optional<Balance> balance,
        Optional<TakeOver> takeOver,
        Optional<TransactionWatch> transactions,
        ProcessLock lock) {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(8);
    private static final Logger log = LoggerFactory.getLogger(RunningParts.class);

    void start() {
        takeOver.ifPresent(TakeOver::endFormerLife);
        streams.start();
        watch.start();
        balance.ifPresent(Balance::start);
        takeOver.ifPresent(TakeOver::start);
        transactions.ifPresent(TransactionWatch::start);
    }

    /** Closes, after a failure or not; false if the flow did not end within 8 s. */
    boolean close(boolean failed) {
        // After a failure this instance stays in the group until the others see its port refuse connections.
        if (!failed) {
            server.stopAnswering();
        }
        balance.ifPresent(Balance::close);
        takeOver.ifPresent(TakeOver::close);
        transactions.ifPresent(TransactionWatch::close);
        watch.close();
        admin.close(Duration.ZERO);
        boolean closed = closeStreams();
        server.close();
        if (closed) {
            forgetIdentityUnless(failed);
            lock.close();
        } else {
            log.warn("the flow did not end within {} s", CLOSE_TIMEOUT.toSeconds());
        }
        return closed;
    }

    private boolean closeStreams() {
        // Leaving the group moves the tasks to other instances at once instead of after the session timeout.
        return streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(CLOSE_TIMEOUT));
    }

    private void forgetIdentityUnless(boolean failed) {
        if (!failed) {
            takeOver.ifPresent(TakeOver::leftNothingOpen);
        }
    }
}
