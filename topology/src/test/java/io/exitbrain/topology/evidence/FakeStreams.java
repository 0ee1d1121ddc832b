package io.exitbrain.topology.evidence;

import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.Snapshot;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.rules.DecisionContext;
import io.exitbrain.domain.rules.ExitRules;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.serdes.state.SymbolStateSerde;
import io.exitbrain.topology.context.SymbolPartition;
import io.exitbrain.topology.state.LiveQuery;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.query.FailureReason;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.query.StateQueryResult;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.KeyValueIterator;

/** One instance of a group. The test assigns its partitions. */
public final class FakeStreams implements StreamsView {

    public static final int PARTITIONS = 6;

    public KafkaStreams.State state = KafkaStreams.State.RUNNING;
    public boolean hasDeadThread;

    /** The partitions of which this instance keeps a copy, and whether its stores answer live. */
    public final Set<Integer> copies = new HashSet<>();

    public boolean isLive = true;

    /** The addresses and partitions of the instances. All instances of a group share this object. */
    private final Map<String, Set<Integer>> group;

    private final String self;
    private final Map<String, SymbolState> states = new TreeMap<>();

    public FakeStreams(String self, Map<String, Set<Integer>> group) {
        this.self = self;
        this.group = group;
    }

    /** Gives the instance a position of {@code symbol} with a plan. */
    public FakeStreams holding(String symbol) {
        states.put(symbol, openPosition(symbol));
        return this;
    }

    /** A position of {@code symbol} with a plan. */
    public static SymbolState openPosition(String symbol) {
        Snapshot snapshot = new Snapshot(
                symbol,
                PositionSide.BOTH,
                BigDecimal.ONE,
                Optional.of(new BigDecimal("100")),
                Optional.of(new BigDecimal("100")),
                Optional.empty(),
                1_000);
        DecisionContext context = new DecisionContext(Policy.DEFAULT, Instrument.UNKNOWN, ExitContext.NONE);
        return ExitRules.onPositions(SymbolState.unknown(symbol), snapshot, List.of(), context)
                .state();
    }

    @Override
    public KafkaStreams.State state() {
        return state;
    }

    @Override
    public boolean hasDeadThread() {
        return hasDeadThread;
    }

    @Override
    public Set<TopicPartition> inputs() {
        return Set.of();
    }

    @Override
    public Map<TopicPartition, Long> inputLags() {
        return Map.of();
    }

    @Override
    public Map<String, Long> coordinatorAnswers() {
        return Map.of();
    }

    @Override
    public Map<Integer, Long> restoreLags() {
        return Map.of();
    }

    @Override
    public Collection<StreamsMetadata> instances() {
        if (state != KafkaStreams.State.RUNNING) {
            throw new IllegalStateException(state.name());
        }
        return group.entrySet().stream()
                .<StreamsMetadata>map(instance -> new Instance(instance.getKey(), instance.getValue()))
                .toList();
    }

    private record Instance(String address, Set<Integer> partitions) implements StreamsMetadata {

        @Override
        public HostInfo hostInfo() {
            return HostInfo.buildFromEndpoint(address);
        }

        @Override
        public Set<String> stateStoreNames() {
            return Set.of();
        }

        @Override
        public Set<TopicPartition> topicPartitions() {
            return partitionsOf(partitions);
        }

        private static Set<TopicPartition> partitionsOf(Set<Integer> some) {
            Set<TopicPartition> all = new HashSet<>();
            some.forEach(partition -> all.add(new TopicPartition("order-fills", partition)));
            return all;
        }

        @Override
        public Set<TopicPartition> standbyTopicPartitions() {
            return partitionsOf(Set.of(0, 1, 2, 3, 4, 5));
        }

        @Override
        public Set<String> standbyStateStoreNames() {
            return Set.of();
        }

        @Override
        public String host() {
            return hostInfo().host();
        }

        @Override
        public int port() {
            return hostInfo().port();
        }
    }

    private byte[] stored(SymbolState symbolState) {
        return new SymbolStateSerde().serializer().serialize("", symbolState);
    }

    @Override
    public <R> StateQueryResult<R> query(StateQueryRequest<R> request) {
        StateQueryResult<R> result = new StateQueryResult<>();
        Set<Integer> own = group.getOrDefault(self, Set.of());
        for (int partition : own) {
            result.addResult(partition, answer(request.getQuery(), partition));
        }
        for (int partition : copies) {
            result.addResult(
                    partition,
                    request.isRequireActive()
                            ? QueryResult.forFailure(FailureReason.NOT_ACTIVE, "a copy")
                            : answer(request.getQuery(), partition));
        }
        return result;
    }

    private <R> QueryResult<R> answer(Query<R> query, int partition) {
        if (query instanceof LiveQuery<R> live) {
            return isLive
                    ? answer(live.query(), partition)
                    : QueryResult.forFailure(FailureReason.NOT_ACTIVE, "the partition does not process records yet");
        }
        return found(query, partition);
    }

    @SuppressWarnings("unchecked")
    private <R> QueryResult<R> found(Query<R> query, int partition) {
        if (query instanceof KeyQuery<?, ?> key) {
            SymbolState found = states.get(String.valueOf(key.getKey()));
            if (found != null && SymbolPartition.of(found.symbol(), PARTITIONS) == partition) {
                return QueryResult.forResult((R) stored(found));
            }
            return QueryResult.forResult(null);
        }
        return QueryResult.forResult((R) all(partition));
    }

    private KeyValueIterator<String, byte[]> all(int partition) {
        Iterator<KeyValue<String, byte[]>> entries = states.values().stream()
                .filter(known -> SymbolPartition.of(known.symbol(), PARTITIONS) == partition)
                .map(known -> KeyValue.pair(known.symbol(), stored(known)))
                .iterator();
        return new KeyValueIterator<>() {

            @Override
            public void close() {}

            @Override
            public String peekNextKey() {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public KeyValue<String, byte[]> next() {
                return entries.next();
            }
        };
    }
}
