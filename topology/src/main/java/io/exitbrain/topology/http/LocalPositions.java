package io.exitbrain.topology.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.domain.plan.SideState;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.serdes.state.SymbolStateSerde;
import io.exitbrain.topology.ExitTopology;
import io.exitbrain.topology.page.PositionJson;
import io.exitbrain.topology.page.PositionSource;
import io.exitbrain.topology.page.Positions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.KeyValueIterator;

/** The open positions of this instance, as of the last commit. A state that has not changed is not decoded again. For one thread. */
final class LocalPositions implements PositionSource {

    private final StreamsView streams;
    private final int partitions;
    private final Deserializer<SymbolState> states = new SymbolStateSerde().deserializer();
    private Map<String, Known> known = Map.of();

    private record Known(byte[] stored, List<ObjectNode> rows) {}

    LocalPositions(StreamsView streams, int partitions) {
        this.streams = streams;
        this.partitions = partitions;
    }

    @Override
    public Positions positions() {
        Map<String, Known> next = new HashMap<>();
        List<ObjectNode> rows = new ArrayList<>();
        List<Integer> missing = new ArrayList<>();
        Map<Integer, QueryResult<KeyValueIterator<String, byte[]>>> results = ask();
        for (int partition : IntStream.range(0, partitions).toArray()) {
            Optional.ofNullable(results.get(partition))
                    .filter(QueryResult::isSuccess)
                    .ifPresentOrElse(result -> read(result, next, rows), () -> missing.add(partition));
        }
        known = next;
        return new Positions(rows, partitions, missing, instances());
    }

    private Map<Integer, QueryResult<KeyValueIterator<String, byte[]>>> ask() {
        StateQueryRequest<KeyValueIterator<String, byte[]>> request = StateQueryRequest.inStore(
                        ExitTopology.PLANS_STORE)
                .withQuery(RangeQuery.<String, byte[]>withNoBounds())
                .requireActive();
        try {
            return streams.query(request).getPartitionResults();
        } catch (StreamsNotStartedException | IllegalStateException notRunning) {
            return Map.of();
        }
    }

    private int instances() {
        try {
            return streams.instances().size();
        } catch (IllegalStateException notRunning) {
            return 0;
        }
    }

    private void read(
            QueryResult<KeyValueIterator<String, byte[]>> result, Map<String, Known> next, List<ObjectNode> rows) {
        try (KeyValueIterator<String, byte[]> entries = result.getResult()) {
            entries.forEachRemaining(entry -> {
                Known state = known(entry.key, entry.value);
                next.put(entry.key, state);
                rows.addAll(state.rows());
            });
        }
    }

    private Known known(String symbol, byte[] stored) {
        Known before = known.get(symbol);
        return before != null && Arrays.equals(before.stored(), stored) ? before : new Known(stored, rows(stored));
    }

    private List<ObjectNode> rows(byte[] stored) {
        SymbolState state = states.deserialize(ExitTopology.PLANS_STORE, stored);
        List<ObjectNode> rows = new ArrayList<>();
        for (PositionSide positionSide : PositionSide.values()) {
            SideState side = state.sides().of(positionSide);
            if (side.isOpen()) {
                rows.add(PositionJson.of(state, side));
            }
        }
        return rows;
    }
}
