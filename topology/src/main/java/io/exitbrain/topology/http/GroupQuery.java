package io.exitbrain.topology.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.domain.plan.SymbolState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A question to the whole group: every instance answers for its partitions. The answer says which partitions did not answer, so that a
 * part is never taken for the whole.
 */
final class GroupQuery {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final LocalStates local;
    private final Owners owners;
    private final Remote remote;

    GroupQuery(LocalStates local, Owners owners, Remote remote) {
        this.local = local;
        this.owners = owners;
        this.remote = remote;
    }

    /**
     * A question.
     *
     * @param path the path at which the other instances answer it
     * @param name the name of the list in the answer
     * @param symbol only this symbol; empty = all
     * @param items what is told of a symbol; the partition and the instance are added
     */
    record Question(String path, String name, Optional<String> symbol, Items items) {

        private String partialPath() {
            return path
                    + symbol.map(one -> "?symbol=" + Remote.encoded(one) + "&").orElse("?") + "partial=true";
        }

        private Map<Integer, List<SymbolState>> live(LocalStates states) {
            return symbol.map(states::liveOf).orElseGet(states::liveOfAll);
        }

        private boolean isAbout(SymbolState state) {
            return symbol.map(state.symbol()::equals).orElse(true);
        }
    }

    /** What is told of a symbol. */
    interface Items extends Function<SymbolState, List<ObjectNode>> {}

    /**
     * Partitions and what is told of their symbols.
     *
     * @param items by partition; a partition that did not answer is absent
     * @param stale the partitions that a copy answered
     */
    record Collected(Map<Integer, List<ObjectNode>> items, Set<Integer> stale, int partitions) {

        /** The partitions that no store answered. */
        List<Integer> missing() {
            return IntStream.range(0, partitions)
                    .filter(partition -> !items.containsKey(partition))
                    .boxed()
                    .toList();
        }

        /** All items, sorted by symbol. */
        ArrayNode list() {
            List<ObjectNode> all = new ArrayList<>();
            items.values().forEach(all::addAll);
            all.sort(Comparator.comparing(item -> item.path("symbol").asText()));
            return JSON.arrayNode().addAll(all);
        }

        /** The answer that says what is missing. */
        ObjectNode partial(String name) {
            ObjectNode body = JSON.objectNode();
            body.set(name, list());
            items.keySet().forEach(body.putArray("answered")::add);
            missing().forEach(body.putArray("missing")::add);
            stale.forEach(body.putArray("stale")::add);
            return body;
        }
    }

    /** What this instance alone can tell. A store that does not answer live is missing. */
    Collected here(Question question) {
        return new Collected(told(question, question.live(local), local::live), Set.of(), owners.partitions());
    }

    /** What the copies of {@code partitions} on this instance can tell. */
    Collected copiesHere(Question question, Set<Integer> partitions) {
        Map<Integer, List<ObjectNode>> told = told(question, local.copiesOf(partitions), local::copy);
        return new Collected(told, told.keySet(), owners.partitions());
    }

    /** What all instances can tell of their own partitions. */
    Collected everywhere(Question question) {
        Map<Integer, List<ObjectNode>> found = new TreeMap<>(hereUnlessInDoubt(question));
        answers(question.partialPath()).forEach((partition, items) -> found.putIfAbsent(partition, items));
        return new Collected(found, Set.of(), owners.partitions());
    }

    /** {@code known}, with copies in place of the partitions that did not answer. */
    Collected withCopies(Question question, Collected known) {
        Set<Integer> missing = new TreeSet<>(known.missing());
        if (missing.isEmpty()) {
            return known;
        }
        Map<Integer, List<ObjectNode>> copies =
                new TreeMap<>(copiesHere(question, missing).items());
        String wanted = String.join(",", missing.stream().map(String::valueOf).toList());
        answers(question.partialPath() + "&copies=" + wanted).forEach(copies::putIfAbsent);
        copies.keySet().retainAll(missing);
        Map<Integer, List<ObjectNode>> all = new TreeMap<>(known.items());
        all.putAll(copies);
        return new Collected(all, copies.keySet(), known.partitions());
    }

    /** What this instance alone can tell, by partition; nothing while it does not answer. */
    Map<Integer, List<ObjectNode>> hereUnlessInDoubt(Question question) {
        try {
            return here(question).items();
        } catch (NotReady inDoubt) {
            return Map.of();
        }
    }

    private Map<Integer, List<ObjectNode>> told(
            Question question, Map<Integer, List<SymbolState>> states, Function<Integer, Source> source) {
        Map<Integer, List<ObjectNode>> told = new TreeMap<>();
        states.forEach((partition, ofPartition) -> told.put(
                partition,
                ofPartition.stream()
                        .filter(question::isAbout)
                        .flatMap(state -> question.items().apply(state).stream())
                        .map(item -> source.apply(partition).addTo(item))
                        .toList()));
        return told;
    }

    /** The partial answers of the other instances to {@code path}, all asked at once. */
    private Map<Integer, List<ObjectNode>> answers(String path) {
        List<CompletableFuture<Optional<JsonNode>>> asked = owners.others().stream()
                .map(address -> remote.ask(address, path))
                .toList();
        Map<Integer, List<ObjectNode>> all = new TreeMap<>();
        asked.forEach(one -> one.join().ifPresent(body -> byPartition(body).forEach(all::putIfAbsent)));
        return all;
    }

    private static Map<Integer, List<ObjectNode>> byPartition(JsonNode body) {
        Map<Integer, List<ObjectNode>> items = new TreeMap<>();
        body.path("answered").forEach(partition -> items.put(partition.asInt(), new ArrayList<>()));
        body.properties().stream()
                .flatMap(field -> field.getValue().valueStream())
                .filter(JsonNode::isObject)
                .forEach(item -> {
                    List<ObjectNode> known = items.get(item.path("partition").asInt(-1));
                    if (known != null) {
                        known.add((ObjectNode) item);
                    }
                });
        return items;
    }
}
