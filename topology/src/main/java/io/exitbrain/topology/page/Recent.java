package io.exitbrain.topology.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the newest events and dead letters say: alerts, closed positions, why a plan is unprotected. All bounded. For one thread. */
final class Recent {

    private static final int MAX_SHOWN = 100;
    private static final int MAX_PLANS = 2_000;
    private static final long CLOSED_SHOWN_MS = 15 * 60_000;

    /** The events that are an edge: a state has begun or ended. */
    private static final Set<String> EDGES =
            Set.of("UNPROTECTED", "PROTECTED", "REJECTED", "TRIGGERED", "REFUSED", "DUST");

    private final List<ObjectNode> alerts = new ArrayList<>();
    private final List<ObjectNode> closed = new ArrayList<>();
    private final List<ObjectNode> deadLetters = new ArrayList<>();
    private final Map<String, String> troubles = bounded();
    private final Map<String, ObjectNode> triggers = bounded();
    private final Set<String> touched = new LinkedHashSet<>();
    private boolean haveAlertsChanged;
    private boolean haveDeadLettersChanged;
    private boolean hasClosedChanged;
    private long newestMs;

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>() {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MAX_PLANS;
            }
        };
    }

    /** The newest known time of the exchange. Closed positions are shown until 15 minutes after it. */
    void at(long timeMs) {
        newestMs = Math.max(newestMs, timeMs);
    }

    void event(ObjectNode event) {
        String kind = event.path("event").asText();
        String plan = event.path("planId").asText();
        at(event.path("timestamp").asLong());
        touched.add(event.path("symbol").asText());
        if (EDGES.contains(kind)) {
            add(alerts, event, MAX_SHOWN);
            haveAlertsChanged = true;
        }
        switch (kind) {
            case "UNPROTECTED", "REJECTED" ->
                troubles.put(plan, event.path("detail").asText());
            case "PROTECTED", "CONFIRMED" -> troubles.remove(plan);
            case "TRIGGERED" -> triggers.put(plan, event);
            case "CLOSED" -> closed(event, plan);
            default -> {}
        }
    }

    /** The reason of the EXIT is in its TRIGGERED event. A position that was closed by others has none. */
    private void closed(ObjectNode event, String plan) {
        ObjectNode entry = event.deepCopy();
        ObjectNode trigger = triggers.remove(plan);
        if (trigger != null) {
            entry.set("reason", trigger.get("reason"));
            entry.set("rule", trigger.get("rule"));
            entry.set("exitCause", trigger.get("cause"));
        }
        troubles.remove(plan);
        add(closed, entry, MAX_SHOWN);
        hasClosedChanged = true;
    }

    void deadLetter(ObjectNode letter) {
        add(deadLetters, letter, MAX_SHOWN);
        haveDeadLettersChanged = true;
    }

    /** A change of the engine's health, which is an alert too. */
    void health(String status, String detail, long nowMs) {
        ObjectNode edge = JsonNodeFactory.instance
                .objectNode()
                .put("event", "HEALTH " + status)
                .put("detail", detail)
                .put("timestamp", nowMs)
                .put("time", nowMs);
        add(alerts, edge, MAX_SHOWN);
        haveAlertsChanged = true;
    }

    /** The partitions of a topic come one after the other, so the entries are sorted before the oldest are dropped. */
    private static void add(List<ObjectNode> list, ObjectNode entry, int max) {
        list.add(entry);
        if (list.size() > 2 * max) {
            sort(list);
            list.subList(max, list.size()).clear();
        }
    }

    private static void sort(List<ObjectNode> list) {
        list.sort(Comparator.comparingLong(
                        (ObjectNode entry) -> entry.path("timestamp").asLong())
                .thenComparingLong(entry -> entry.path("offset").asLong())
                .reversed());
    }

    /** The newest reason for which the stop of a plan is not known to stand; empty if none is known. */
    String whyUnprotected(String planId) {
        return troubles.getOrDefault(planId, "");
    }

    /** Puts everything into {@code snapshot}, newest first. */
    void all(ObjectNode snapshot) {
        dropOld();
        put(snapshot, "alerts", alerts);
        put(snapshot, "closed", closed);
        put(snapshot, "deadLetters", deadLetters);
    }

    /** Puts the lists that have changed since the last call into {@code delta}, and the symbols with new events as {@code touched}. */
    void changes(ObjectNode delta) {
        hasClosedChanged |= dropOld();
        putIf(haveAlertsChanged, delta, "alerts", alerts);
        putIf(hasClosedChanged, delta, "closed", closed);
        putIf(haveDeadLettersChanged, delta, "deadLetters", deadLetters);
        if (!touched.isEmpty()) {
            ArrayNode symbols = delta.putArray("touched");
            touched.forEach(symbols::add);
        }
        touched.clear();
        haveAlertsChanged = false;
        haveDeadLettersChanged = false;
        hasClosedChanged = false;
    }

    private boolean dropOld() {
        return closed.removeIf(entry -> entry.path("timestamp").asLong() < newestMs - CLOSED_SHOWN_MS);
    }

    private static void putIf(boolean hasChanged, ObjectNode delta, String name, List<ObjectNode> list) {
        if (hasChanged) {
            put(delta, name, list);
        }
    }

    private static void put(ObjectNode target, String name, List<ObjectNode> list) {
        ArrayNode entries = target.putArray(name);
        sort(list);
        list.stream().limit(MAX_SHOWN).forEach(entries::add);
    }
}
