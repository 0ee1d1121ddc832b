package io.exitbrain.topology.http;

import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.serdes.state.SymbolStateSerde;
import io.exitbrain.topology.ExitTopology;
import io.exitbrain.topology.evidence.Evidence;
import io.exitbrain.topology.evidence.StreamsView;
import io.exitbrain.topology.state.LiveQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.errors.StreamsStoppedException;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * The states of the symbols in the stores of this instance. Values are those of the last commit, or of the one that is being written.
 *
 * <p>A live answer is complete: it comes from the store of a task that processes records, on an instance that its group has confirmed.
 */
final class LocalStates {

    private final StreamsView streams;
    private final Evidence evidence;
    private final String self;
    private final Deserializer<SymbolState> states = new SymbolStateSerde().deserializer();

    /** {@code self} is the address of this instance, {@code host:port}. */
    LocalStates(StreamsView streams, Evidence evidence, String self) {
        this.streams = streams;
        this.evidence = evidence;
        this.self = self;
    }

    /** Where a live answer for {@code partition} comes from. */
    Source live(int partition) {
        return new Source(partition, self, Source.Role.ACTIVE, evidence.inputLag(partition));
    }

    /** Where an answer of the copy of {@code partition} comes from. */
    Source copy(int partition) {
        OptionalLong lag = evidence.restoreLag(partition);
        return new Source(partition, self, Source.Role.STANDBY, lag);
    }

    /** The state of {@code symbol} on {@code partition}; empty if there is none. Throws {@link NotReady} unless the answer is live. */
    Optional<SymbolState> liveOf(String symbol, int partition) {
        requireNoDoubt();
        QueryResult<byte[]> result = ask(request(new LiveQuery<>(keyOf(symbol)))
                        .requireActive()
                        .withPartitions(Set.of(partition)))
                .get(partition);
        if (result == null || result.isFailure()) {
            throw new NotReady("partition %d is on its way to this instance: %s"
                    .formatted(partition, result == null ? "not here yet" : result.getFailureMessage()));
        }
        return Optional.ofNullable(result.getResult()).map(this::state);
    }

    /** The states of {@code symbol} on all partitions whose stores answer live, by partition; a partition without the symbol has none. */
    Map<Integer, List<SymbolState>> liveOf(String symbol) {
        requireNoDoubt();
        Map<Integer, List<SymbolState>> found = new TreeMap<>();
        ask(request(new LiveQuery<>(keyOf(symbol))).requireActive()).forEach((partition, result) -> {
            if (result.isSuccess()) {
                found.put(
                        partition,
                        Optional.ofNullable(result.getResult()).map(this::state).stream()
                                .toList());
            }
        });
        return found;
    }

    /** All states of the partitions whose stores answer live, by partition. */
    Map<Integer, List<SymbolState>> liveOfAll() {
        requireNoDoubt();
        Map<Integer, List<SymbolState>> found = new TreeMap<>();
        ask(request(new LiveQuery<>(allEntries())).requireActive())
                .forEach((partition, result) ->
                        read(result).filter(all -> isLive(partition)).ifPresent(all -> found.put(partition, all)));
        return found;
    }

    /** All states of the copies of {@code partitions} that this instance keeps, by partition. */
    Map<Integer, List<SymbolState>> copiesOf(Set<Integer> partitions) {
        Map<Integer, List<SymbolState>> found = new TreeMap<>();
        if (!partitions.isEmpty()) {
            ask(request(allEntries()).withPartitions(partitions))
                    .forEach((partition, result) -> read(result).ifPresent(all -> found.put(partition, all)));
        }
        return found;
    }

    /** The state of {@code symbol} in the copy of {@code partition}; empty if the copy does not have it, or there is no copy. */
    Optional<SymbolState> copyOf(String symbol, int partition) {
        QueryResult<byte[]> result =
                ask(request(keyOf(symbol)).withPartitions(Set.of(partition))).get(partition);
        return result == null || result.isFailure()
                ? Optional.empty()
                : Optional.ofNullable(result.getResult()).map(this::state);
    }

    private void requireNoDoubt() {
        evidence.doubt().ifPresent(doubt -> {
            throw new NotReady(doubt);
        });
    }

    /** Whether the store of {@code partition} is still live: if it ended while it was read, entries may be missing. */
    private boolean isLive(int partition) {
        QueryResult<byte[]> result = ask(request(new LiveQuery<>(keyOf("")))
                        .requireActive()
                        .withPartitions(Set.of(partition)))
                .get(partition);
        return result != null && result.isSuccess();
    }

    /** The entries of a store; empty if it did not answer, or was closed while it was read. */
    private Optional<List<SymbolState>> read(QueryResult<KeyValueIterator<String, byte[]>> result) {
        if (result.isFailure()) {
            return Optional.empty();
        }
        List<SymbolState> all = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> entries = result.getResult()) {
            while (entries.hasNext()) {
                byte[] stored = entries.next().value;
                if (stored == null) {
                    return Optional.empty();
                }
                all.add(state(stored));
            }
        }
        return Optional.of(all);
    }

    private static Query<byte[]> keyOf(String symbol) {
        return KeyQuery.withKey(symbol);
    }

    private static Query<KeyValueIterator<String, byte[]>> allEntries() {
        return RangeQuery.<String, byte[]>withNoBounds();
    }

    private static <R> StateQueryRequest<R> request(Query<R> query) {
        return StateQueryRequest.inStore(ExitTopology.PLANS_STORE).withQuery(query);
    }

    private <R> Map<Integer, QueryResult<R>> ask(StateQueryRequest<R> request) {
        try {
            return streams.query(request).getPartitionResults();
        } catch (StreamsNotStartedException | StreamsStoppedException notRunning) {
            throw new NotReady("the engine is not running: " + streams.state());
        }
    }

    private SymbolState state(byte[] stored) {
        return states.deserialize(ExitTopology.PLANS_STORE, stored);
    }
}
