package io.exitbrain.topology.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.access.Access;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class WatchTest {

    private final Map<String, Set<Integer>> owners = new HashMap<>();
    private final FakeStreams streams = new FakeStreams("here:1", owners);
    private final GroupWatch group = new GroupWatch(FakeStreams.PARTITIONS);

    @Test
    void shouldTellThePartitionsThatNobodyOwnsAndForHowLong() {
        owners.put("here:1", Set.of(0, 1, 2));
        owners.put("there:1", Set.of(3, 5));
        group.observe(streams.instances(), 1_000);
        group.observe(streams.instances(), 4_000);

        assertThat(group.unowned(3_000, 4_000)).containsExactly(4);
        assertThat(group.unowned(3_001, 4_000)).isEmpty();
        assertThat(group.owners()).isEqualTo(owners);

        owners.put("there:1", Set.of(3, 4, 5));
        group.observe(streams.instances(), 5_000);
        assertThat(group.unowned(0, 5_000)).isEmpty();
    }

    @Test
    void shouldTellAnInstanceThatDoesNotAnswer() {
        AtomicLong clock = new AtomicLong(1_000);
        PeerWatch peers = new PeerWatch(Access.OPEN, clock::get);
        Map<String, Set<Integer>> known = Map.of("127.0.0.1:1", Set.of(2, 4));
        peers.ask(known.keySet());
        clock.set(5_000);

        assertThat(peers.silent(known, 4_000)).containsExactly(new SilentPeer("127.0.0.1:1", Set.of(2, 4), 4_000));
        assertThat(peers.silent(known, 4_001)).isEmpty();
        assertThat(peers.silent(Map.of(), 0)).as("it owns nothing").isEmpty();
    }

    @Test
    void shouldCountWhatIsLeftToRestore() {
        AtomicLong clock = new AtomicLong(1_000);
        RestoreProgress restore = new RestoreProgress(clock::get);
        TopicPartition one = new TopicPartition("changelog", 0);
        TopicPartition two = new TopicPartition("changelog", 1);
        restore.onRestoreStart(one, "store", 10, 110);
        restore.onRestoreStart(two, "store", 0, 50);
        clock.set(2_000);
        restore.onBatchRestored(one, "store", 40, 30);
        clock.set(5_000);
        restore.onBatchRestored(one, "store", 40, 0);

        assertThat(restore.remainingRecords()).isEqualTo(120);
        assertThat(restore.idleMs()).as("no record was restored since").isEqualTo(3_000);

        restore.onRestoreEnd(one, "store", 100);
        restore.onRestoreSuspended(two, "store", 0);
        assertThat(restore.remainingRecords()).isZero();
        assertThat(restore.idleMs()).isZero();
    }
}
