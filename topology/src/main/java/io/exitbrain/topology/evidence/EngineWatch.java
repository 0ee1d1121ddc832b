package io.exitbrain.topology.evidence;

import io.exitbrain.access.Access;
import io.exitbrain.topology.background.Background;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;

/** Collects the evidence of a running engine in the background, in threads of its own: the stream threads do not notice. */
public final class EngineWatch implements Evidence, AutoCloseable {

    private static final long SAMPLE_MS = 250;
    private static final long ASK_MS = 1_000;
    private static final long PEERS_MS = 2_000;

    private final Background sampler = new Background("exit-brain-sampler");
    private final Background asker = new Background("exit-brain-asker");
    private final StreamsView streams;
    private final String self;
    private final LongSupplier clock;
    private final Membership membership;
    private final LogEnds ends = new LogEnds();
    private final InputLags inputs = new InputLags(ends);
    private final GroupWatch group;
    private final BrokerWatch brokers;
    private final PeerWatch peers;
    private final RestoreProgress restore;
    private volatile Map<Integer, Long> restoreLags = Map.of();
    private final StateAge state;

    /**
     * What is watched.
     *
     * @param self the address under which the other instances know this one
     * @param access what the instances ask of each other over HTTP
     * @param partitions number of partitions of each keyed input
     * @param topics every topic that the engine reads or writes, with its changelogs
     * @param silenceMs a longer silence of the group coordinator can mean that the session has ended
     */
    public record Subject(String self, Access access, int partitions, Collection<String> topics, long silenceMs) {}

    /** {@code clock} never goes back, milliseconds. The caller closes {@code admin}. */
    public EngineWatch(StreamsView streams, Admin admin, Subject subject, RestoreProgress restore, LongSupplier clock) {
        this.streams = streams;
        this.self = subject.self();
        this.clock = clock;
        this.membership = new Membership(subject.silenceMs());
        this.group = new GroupWatch(subject.partitions());
        this.brokers = new BrokerWatch(admin, subject.topics(), ends, clock);
        this.peers = new PeerWatch(subject.access(), clock);
        this.restore = restore;
        this.state = new StateAge(clock.getAsLong());
    }

    /** Milliseconds of a clock that never goes back. It goes on while the process is paused. */
    public static long monotonicMs() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    /** Starts to watch. */
    public void start() {
        sampler.repeat(this::sample, SAMPLE_MS);
        sampler.repeat(brokers::ask, ASK_MS);
        sampler.repeat(this::askPeers, PEERS_MS);
        asker.repeat(this::askRestoreLags, ASK_MS);
    }

    private void sample() {
        long nowMs = clock.getAsLong();
        membership.observe(streams.coordinatorAnswers(), nowMs);
        KafkaStreams.State now = streams.state();
        state.observe(now, nowMs);
        inputs.observe(streams.inputs(), streams.inputLags());
        if (now.isRunningOrRebalancing()) {
            group.observe(streams.instances(), nowMs);
        }
    }

    private void askPeers() {
        peers.ask(others());
    }

    /** The addresses of the other instances of the group that have partitions or copies, {@code host:port}. */
    public Set<String> others() {
        Set<String> others = new TreeSet<>(group.owners().keySet());
        others.remove(self);
        return others;
    }

    /** The partitions with records that readers of committed records do not see yet. */
    public Set<TopicPartition> hiding() {
        return ends.hiding();
    }

    private void askRestoreLags() {
        restoreLags = streams.state().isRunningOrRebalancing() ? streams.restoreLags() : Map.of();
    }

    @Override
    public Optional<String> doubt() {
        return membership.isConfirmed(clock.getAsLong())
                ? Optional.empty()
                : Optional.of(
                        "the group has not confirmed this instance since it was silent, so its partitions may be elsewhere");
    }

    @Override
    public OptionalLong inputLag(int partition) {
        return inputs.of(partition);
    }

    @Override
    public OptionalLong restoreLag(int partition) {
        Long lag = restoreLags.get(partition);
        return lag == null ? OptionalLong.empty() : OptionalLong.of(lag);
    }

    @Override
    public Map<String, Long> lagByTopic() {
        return inputs.byTopic();
    }

    @Override
    public long hiddenRecords() {
        return inputs.hiddenRecords();
    }

    @Override
    public long brokerSilenceMs() {
        return brokers.silenceMs();
    }

    @Override
    public List<TopicPartition> leaderless() {
        return brokers.leaderless();
    }

    @Override
    public List<LogEnds.Held> held(long minMs) {
        return ends.held(minMs, clock.getAsLong());
    }

    @Override
    public List<Integer> unowned(long minMs) {
        return group.unowned(minMs, clock.getAsLong());
    }

    @Override
    public List<SilentPeer> silentPeers(long minMs) {
        return peers.silent(group.owners(), minMs);
    }

    @Override
    public int instances() {
        return (int) group.owners().values().stream()
                .filter(owned -> !owned.isEmpty())
                .count();
    }

    @Override
    public long stuckMs() {
        return Math.min(state.rebalancingMs(clock.getAsLong()), restore.idleMs());
    }

    @Override
    public long restoreRecords() {
        return restore.remainingRecords();
    }

    @Override
    public OptionalLong standbyLag() {
        Set<Integer> own = inputs.partitions();
        return restoreLags.entrySet().stream()
                .filter(copy -> !own.contains(copy.getKey()))
                .mapToLong(Map.Entry::getValue)
                .max();
    }

    @Override
    public void close() {
        sampler.close();
        asker.close();
    }
}
