package io.exitbrain.topology.process;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/** No broker answers: the engine cannot start. */
public final class BrokersUnreachable extends IllegalStateException {

    private static final long serialVersionUID = 1L;
    private static final int TIMEOUT_MS = 15_000;

    private BrokersUnreachable(String bootstrapServers, Throwable cause) {
        super(
                "no broker answers at %s within %d s (%s); start one, or set kafka.bootstrap.servers"
                        .formatted(bootstrapServers, TIMEOUT_MS / 1_000, cause.getMessage()),
                cause);
    }

    /** Throws unless a broker answers a request for the cluster id. */
    static void requireAnswer(Admin admin, String bootstrapServers) {
        try {
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(TIMEOUT_MS))
                    .clusterId()
                    .get();
        } catch (ExecutionException unanswered) {
            throw new BrokersUnreachable(
                    bootstrapServers, unanswered.getCause() == null ? unanswered : unanswered.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrokersUnreachable(bootstrapServers, interrupted);
        }
    }
}
