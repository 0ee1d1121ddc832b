package io.exitbrain.topology.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.domain.decision.ExitPlan;
import io.exitbrain.domain.decision.PlanView;
import io.exitbrain.domain.plan.SideState;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.serdes.state.SymbolStateSerde;
import io.exitbrain.topology.ExitTopology;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.query.FailureReason;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.query.StateQueryResult;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/** Answers queries for living plans: from this instance if it owns the symbol, else from the instance that owns it. */
final class PlanQueries {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final StreamsView streams;
    private final Owners owners;
    private final Remote remote = new Remote();
    private final Deserializer<SymbolState> states = new SymbolStateSerde().deserializer();

    PlanQueries(StreamsView streams, String self, int partitions) {
        this.streams = streams;
        this.owners = new Owners(streams, self, partitions);
    }

    /** {@code {"symbol":...,"plans":[...]}}: the active plans with their current stops. */
    Answer of(String symbol, boolean isLocal) {
        Owners.Owner owner = owners.of(symbol);
        if (!owner.isSelf() && !isLocal) {
            return remote.get(owner.address(), "/plans/" + encoded(symbol));
        }
        return plansOf(symbol, owner.partition())
                .map(plans -> Answer.ok(body(symbol, plans)))
                .orElseGet(() -> unknown(symbol));
    }

    /** The answers of {@link #of} for all symbols with a plan, in a list sorted by symbol. */
    Answer all(boolean isLocal) {
        Map<String, ObjectNode> bySymbol = new TreeMap<>();
        local().forEach(state -> {
            List<ExitPlan> plans = plans(state);
            if (!plans.isEmpty()) {
                bySymbol.put(state.symbol(), body(state.symbol(), plans));
            }
        });
        if (!isLocal) {
            owners.others().forEach(address -> remote.plans(address).forEach(bySymbol::putIfAbsent));
        }
        ArrayNode list = JSON.arrayNode();
        list.addAll(bySymbol.values());
        return Answer.ok(list);
    }

    /** The trailing rule of the symbol's plan. In hedge mode {@code positionSide} selects the plan. */
    Answer trailing(String symbol, Optional<String> positionSide, boolean isLocal) {
        Owners.Owner owner = owners.of(symbol);
        if (!owner.isSelf() && !isLocal) {
            String query =
                    positionSide.map(side -> "?positionSide=" + encoded(side)).orElse("");
            return remote.get(owner.address(), "/plans/" + encoded(symbol) + "/trailing" + query);
        }
        List<ExitPlan> plans = plansOf(symbol, owner.partition()).orElse(List.of());
        List<ExitPlan> wanted = plans.stream()
                .filter(plan -> positionSide
                        .map(side -> side.toUpperCase(Locale.ROOT)
                                .equals(plan.positionSide().name()))
                        .orElse(true))
                .toList();
        if (wanted.size() > 1) {
            return Answer.badRequest(
                    symbol + " has a LONG and a SHORT plan: ask with ?positionSide=LONG or ?positionSide=SHORT");
        }
        return wanted.isEmpty() ? unknown(symbol) : Answer.ok(PlanJson.trailing(wanted.get(0)));
    }

    /** {@code text} encoded for a path or a query. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Answer unknown(String symbol) {
        return Answer.notFound("no active plan for " + symbol + ": it has no open position that the engine knows of");
    }

    private Optional<List<ExitPlan>> plansOf(String symbol, int partition) {
        StateQueryRequest<byte[]> request = StateQueryRequest.inStore(ExitTopology.PLANS_STORE)
                .withQuery(KeyQuery.<String, byte[]>withKey(symbol))
                .withPartitions(Set.of(partition))
                .requireActive();
        QueryResult<byte[]> result = ask(request).getPartitionResults().get(partition);
        return Optional.ofNullable(resultOf(result))
                .map(this::state)
                .map(PlanQueries::plans)
                .filter(plans -> !plans.isEmpty());
    }

    private List<SymbolState> local() {
        StateQueryRequest<KeyValueIterator<String, byte[]>> request = StateQueryRequest.inStore(
                        ExitTopology.PLANS_STORE)
                .withQuery(RangeQuery.<String, byte[]>withNoBounds())
                .requireActive();
        List<SymbolState> states = new ArrayList<>();
        for (QueryResult<KeyValueIterator<String, byte[]>> result :
                ask(request).getPartitionResults().values()) {
            if (result.isSuccess() || result.getFailureReason() != FailureReason.NOT_ACTIVE) {
                try (KeyValueIterator<String, byte[]> entries = resultOf(result)) {
                    entries.forEachRemaining(entry -> states.add(state(entry.value)));
                }
            }
        }
        return states;
    }

    private <R> StateQueryResult<R> ask(StateQueryRequest<R> request) {
        try {
            return streams.query(request);
        } catch (StreamsNotStartedException | IllegalStateException notRunning) {
            throw new NotReady("the engine is not running: " + streams.state());
        }
    }

    private static <R> R resultOf(@Nullable QueryResult<R> result) {
        if (result == null) {
            throw new NotReady("the symbol's partition is on its way to this instance");
        }
        if (result.isFailure()) {
            throw new NotReady("restoring: " + result.getFailureMessage());
        }
        return result.getResult();
    }

    private SymbolState state(byte[] stored) {
        return states.deserialize(ExitTopology.PLANS_STORE, stored);
    }

    private static List<ExitPlan> plans(SymbolState state) {
        List<ExitPlan> plans = new ArrayList<>();
        for (PositionSide side : PositionSide.values()) {
            SideState sideState = state.sides().of(side);
            if (sideState.plan().isPresent()) {
                plans.add(PlanView.of(state.symbol(), sideState));
            }
        }
        return plans;
    }

    private static ObjectNode body(String symbol, List<ExitPlan> plans) {
        ObjectNode body = JSON.objectNode().put("symbol", symbol);
        ArrayNode list = body.putArray("plans");
        plans.forEach(plan -> list.add(PlanJson.of(plan)));
        return body;
    }
}
