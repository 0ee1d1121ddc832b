package io.exitbrain.topology.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Evidence as a test sets it; by default nothing is wrong. */
public final class FakeEvidence implements Evidence {

    public Optional<String> doubt = Optional.empty();
    public Map<String, Long> lagByTopic = Map.of();
    public long hiddenRecords;
    public long brokerSilenceMs;
    public List<TopicPartition> leaderless = List.of();
    public long heldMs = -1;
    public long unownedMs = -1;
    public long peerSilenceMs = -1;
    public long stuckMs;

    @Override
    public Optional<String> doubt() {
        return doubt;
    }

    @Override
    public OptionalLong inputLag(int partition) {
        return OptionalLong.of(partition);
    }

    @Override
    public OptionalLong restoreLag(int partition) {
        return OptionalLong.of(10 + partition);
    }

    @Override
    public Map<String, Long> lagByTopic() {
        return lagByTopic;
    }

    @Override
    public long hiddenRecords() {
        return hiddenRecords;
    }

    @Override
    public long brokerSilenceMs() {
        return brokerSilenceMs;
    }

    @Override
    public List<TopicPartition> leaderless() {
        return leaderless;
    }

    @Override
    public List<LogEnds.Held> held(long minMs) {
        return heldMs < minMs
                ? List.of()
                : List.of(new LogEnds.Held(new TopicPartition("mark-prices", 2), 7, 3, heldMs));
    }

    @Override
    public List<Integer> unowned(long minMs) {
        return unownedMs < minMs ? List.of() : List.of(1, 3);
    }

    @Override
    public List<SilentPeer> silentPeers(long minMs) {
        return peerSilenceMs < minMs ? List.of() : List.of(new SilentPeer("there:1", Set.of(0, 2), peerSilenceMs));
    }

    @Override
    public int instances() {
        return 2;
    }

    @Override
    public long stuckMs() {
        return stuckMs;
    }

    @Override
    public long restoreRecords() {
        return 0;
    }

    @Override
    public OptionalLong standbyLag() {
        return OptionalLong.empty();
    }
}
