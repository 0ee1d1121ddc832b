package io.exitbrain.topology.balance;

import io.exitbrain.topology.Topics;
import io.exitbrain.topology.background.Background;
import io.exitbrain.topology.evidence.StreamsView;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for the share of this instance when its copies are ready, in a thread of its own. An instance that starts copies the state beside
 * the owner first, so no symbol waits for it. Streams itself looks after a minute.
 */
public final class Balance implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Balance.class);
    private static final long EVERY_MS = 500;

    /** Each keyed input has the same partitions. */
    private static final String KEYED = Topics.live().orderFills().name();

    private final Background background = new Background("exit-brain-balance");
    private final StreamsView streams;
    private final RebalanceRequest request;
    private final ReadyCopies copies;

    /**
     * @param partitions the number of partitions of each keyed input
     * @param acceptableLag {@code acceptable.recovery.lag}
     */
    public Balance(StreamsView streams, RebalanceRequest request, int partitions, long acceptableLag) {
        this.streams = streams;
        this.request = request;
        this.copies = new ReadyCopies(partitions, acceptableLag);
    }

    /** Starts to look. */
    public void start() {
        background.repeat(this::look, EVERY_MS);
    }

    private void look() {
        if (streams.state() != KafkaStreams.State.RUNNING) {
            return;
        }
        Set<Integer> own = streams.inputs().stream()
                .filter(input -> input.topic().equals(KEYED))
                .map(TopicPartition::partition)
                .collect(Collectors.toSet());
        if (copies.mustAsk(own, streams.instances().size(), streams::restoreLags)) {
            log.info("owns {} partition(s), and its copies of others are ready: asks for its share", own.size());
            request.ask();
        }
    }

    @Override
    public void close() {
        background.close();
    }
}
