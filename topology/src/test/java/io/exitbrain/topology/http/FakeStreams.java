package io.exitbrain.topology.http;

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
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.query.StateQueryResult;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.KeyValueIterator;

/** One instance of a group. The test assigns its partitions. */
final class FakeStreams implements StreamsView {

    static final int PARTITIONS = 6;

    KafkaStreams.State state = KafkaStreams.State.RUNNING;
    boolean hasDeadThread;
    long lagRecords;
    long hiddenRecords;

    /** The addresses and partitions of the instances. All instances of a group share this object. */
    private final Map<String, Set<Integer>> group;

    private final String self;
    private final Map<String, SymbolState> states = new TreeMap<>();

    FakeStreams(String self, Map<String, Set<Integer>> group) {
        this.self = self;
        this.group = group;
    }

    /** Gives the instance a position of {@code symbol} with a plan. */
    FakeStreams holding(String symbol) {
        Snapshot snapshot = new Snapshot(
                symbol,
                PositionSide.BOTH,
                BigDecimal.ONE,
                Optional.of(new BigDecimal("100")),
                Optional.of(new BigDecimal("100")),
                Optional.empty(),
                1_000);
        DecisionContext context = new DecisionContext(Policy.DEFAULT, Instrument.UNKNOWN, ExitContext.NONE);
        states.put(
                symbol,
                ExitRules.onPositions(SymbolState.unknown(symbol), snapshot, List.of(), context)
                        .state());
        return this;
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
    public long lagRecords() {
        return lagRecords;
    }

    @Override
    public long hiddenRecords() {
        return hiddenRecords;
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
            Set<TopicPartition> all = new HashSet<>();
            partitions.forEach(partition -> all.add(new TopicPartition("order-fills", partition)));
            return all;
        }

        @Override
        public Set<TopicPartition> standbyTopicPartitions() {
            return Set.of();
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

    @SuppressWarnings("unchecked")
    @Override
    public <R> StateQueryResult<R> query(StateQueryRequest<R> request) {
        StateQueryResult<R> result = new StateQueryResult<>();
        for (int partition : group.getOrDefault(self, Set.of())) {
            if (request.getQuery() instanceof KeyQuery<?, ?> query) {
                SymbolState found = states.get(String.valueOf(query.getKey()));
                result.addResult(partition, QueryResult.forResult(found == null ? null : (R) stored(found)));
            } else {
                result.addResult(partition, QueryResult.forResult((R) all(partition)));
            }
        }
        return result;
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
