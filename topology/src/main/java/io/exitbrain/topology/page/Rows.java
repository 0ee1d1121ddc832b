package io.exitbrain.topology.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.topology.context.SymbolPartition;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The rows as the browsers have them, and what changes in them. For one thread. */
final class Rows {

    private final Map<String, ObjectNode> sources = new HashMap<>();
    private final Map<String, ObjectNode> shown = new LinkedHashMap<>();
    private final Map<String, Set<String>> keysOfSymbol = new HashMap<>();
    private final Map<String, Newest> marks = new HashMap<>();
    private final Set<String> marked = new LinkedHashSet<>();

    private record Newest(MarkPrice price, long receivedMs) {}

    Collection<ObjectNode> all() {
        return shown.values();
    }

    /** A price that was received at {@code nowMs}; only those of open positions are kept. */
    void mark(MarkPrice price, long nowMs) {
        if (keysOfSymbol.containsKey(price.symbol())) {
            marks.put(price.symbol(), new Newest(price, nowMs));
            marked.add(price.symbol());
        }
    }

    /**
     * Takes {@code positions} and puts {@code rows} (new and changed) and {@code gone} (keys) into {@code delta}, if there are any. A row
     * of a partition that does not answer stays, with {@code "stale":true}.
     *
     * @param why the reason for which a plan is unprotected, by plan id; empty text if none is known
     */
    void take(Positions positions, Function<String, String> why, ObjectNode delta) {
        ArrayNode changed = JsonNodeFactory.instance.arrayNode();
        Set<String> known = new HashSet<>();
        for (ObjectNode source : positions.rows()) {
            String key = source.path("key").asText();
            known.add(key);
            String reason = reason(source, why);
            if (!source.equals(sources.get(key)) || !reason.equals(reasonShown(key))) {
                changed.add(show(key, source, reason));
            }
        }
        ArrayNode gone = JsonNodeFactory.instance.arrayNode();
        for (String key : List.copyOf(shown.keySet())) {
            if (!known.contains(key)) {
                leave(key, positions, changed, gone);
            }
        }
        put(delta, "rows", changed);
        put(delta, "gone", gone);
    }

    private static String reason(ObjectNode source, Function<String, String> why) {
        return source.path("unprotected").asBoolean()
                ? why.apply(source.path("planId").asText())
                : "";
    }

    private String reasonShown(String key) {
        ObjectNode row = shown.get(key);
        return row == null ? "" : row.path("why").asText();
    }

    private ObjectNode show(String key, ObjectNode source, String reason) {
        sources.put(key, source);
        ObjectNode row = source.deepCopy().put("why", reason);
        shown.put(key, row);
        String symbol = row.path("symbol").asText();
        keysOfSymbol.computeIfAbsent(symbol, unknown -> new LinkedHashSet<>()).add(key);
        Newest mark = marks.get(symbol);
        if (mark != null) {
            put(row, mark);
        }
        return row;
    }

    private void leave(String key, Positions positions, ArrayNode changed, ArrayNode gone) {
        ObjectNode row = shown.get(key);
        if (row == null) {
            return;
        }
        String symbol = row.path("symbol").asText();
        if (!positions.missing().contains(SymbolPartition.of(symbol, positions.partitions()))) {
            forget(key, symbol);
            gone.add(key);
        } else if (sources.remove(key) != null) {
            changed.add(row.put("stale", true));
        }
    }

    private void forget(String key, String symbol) {
        sources.remove(key);
        shown.remove(key);
        Set<String> keys = keysOfSymbol.getOrDefault(symbol, new HashSet<>());
        keys.remove(key);
        if (keys.isEmpty()) {
            keysOfSymbol.remove(symbol);
            marks.remove(symbol);
        }
    }

    /** Puts the rows whose mark has changed since the last call into {@code delta}, as {@code marks}: lists of the fields of the mark. */
    void takeMarks(ObjectNode delta) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String symbol : marked) {
            Newest mark = marks.get(symbol);
            for (String key : keysOfSymbol.getOrDefault(symbol, Set.of())) {
                ObjectNode row = shown.get(key);
                if (mark != null && row != null && put(row, mark)) {
                    list.add(fields(key, row));
                }
            }
        }
        marked.clear();
        put(delta, "marks", list);
    }

    private static ArrayNode fields(String key, ObjectNode row) {
        ArrayNode fields = JsonNodeFactory.instance.arrayNode().add(key);
        for (String name : new String[] {"mark", "markTime", "markReceived", "room", "roomPct"}) {
            fields.add(row.get(name));
        }
        return fields;
    }

    /** Puts the mark into {@code row} unless the row has a newer one. */
    private static boolean put(ObjectNode row, Newest mark) {
        if (row.path("markTime").asLong(Long.MIN_VALUE) > mark.price().time()) {
            return false;
        }
        BigDecimal price = mark.price().price();
        Marked.put(row, price, mark.price().time());
        row.put("markReceived", mark.receivedMs());
        return true;
    }

    private static void put(ObjectNode delta, String name, ArrayNode list) {
        if (!list.isEmpty()) {
            delta.set(name, list);
        }
    }
}
