package io.exitbrain.topology.flow;

import io.exitbrain.serdes.feed.Element;
import io.exitbrain.topology.vitals.Reroutes.Route;
import io.exitbrain.topology.vitals.Vitals;
import io.exitbrain.topology.vitals.Why;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends messages to the input topics, each on the partition of its symbol. A record on a keyed input goes there if it is not one message
 * of its own key on that key's own partition. In shadow mode it writes no input topic: the live engine does.
 */
final class Router {

    private static final int MAX_REASONS = 5;
    private static final Logger log = LoggerFactory.getLogger(Router.class);

    private final Emitter emitter;
    private final Vitals vitals;
    private final boolean isShadow;

    Router(Emitter emitter, Vitals vitals, boolean isShadow) {
        this.emitter = emitter;
        this.vitals = vitals;
        this.isShadow = isShadow;
    }

    /** Sends the messages of {@code record}, which came on a keyed input, where they belong. */
    void several(Record<@Nullable String, ?> record, byte @Nullable [] raw, List<Element> elements, long nowMs) {
        List<Element.Message> messages = distribute(record, raw, elements, nowMs, !isShadow);
        if (!messages.isEmpty()) {
            List<String> symbols =
                    messages.stream().map(Element.Message::symbol).toList();
            rerouted(Why.of(record.key(), symbols), record.key(), nowMs);
        }
    }

    /** Sends a message of {@code symbol} on another partition to its own. */
    void away(String symbol, byte @Nullable [] raw, long timestamp, long nowMs) {
        if (!isShadow) {
            emitter.input(emitter.topic(), symbol, raw, timestamp);
        }
        rerouted(Why.WRONG_PARTITION, symbol, nowMs);
    }

    /** Sends each message to its topic, counts what is skipped and writes one dead letter for all that is refused. */
    void distribute(Record<@Nullable String, ?> record, byte @Nullable [] raw, List<Element> elements, long nowMs) {
        distribute(record, raw, elements, nowMs, true);
    }

    private List<Element.Message> distribute(
            Record<@Nullable String, ?> record,
            byte @Nullable [] raw,
            List<Element> elements,
            long nowMs,
            boolean isSent) {
        Sorted sorted = Sorted.of(elements);
        if (isSent) {
            sorted.messages.forEach(message -> emitter.input(
                    message.kind().topic(), message.symbol(), message.canonicalJson(), record.timestamp()));
        }
        sorted.skipped.forEach(skipped -> vitals.skipped(skipped.dialect(), skipped.kind()));
        if (!sorted.refused.isEmpty()) {
            vitals.deadLetter(emitter.topic(), nowMs);
            emitter.deadLetter(record.key(), raw, reason(sorted.refused), record.timestamp());
        }
        return sorted.messages;
    }

    private static String reason(List<Element.Refused> refused) {
        List<String> reasons = refused.stream()
                .map(Element.Refused::reason)
                .distinct()
                .limit(MAX_REASONS)
                .toList();
        String joined = String.join("; ", reasons);
        return refused.size() > reasons.size() ? joined + "; " + refused.size() + " elements in all" : joined;
    }

    private void rerouted(Why why, @Nullable String key, long nowMs) {
        Route route = new Route(emitter.topic(), why);
        if (isShadow) {
            vitals.skipped("shadow", why.label());
        } else if (vitals.reroutes().add(route, nowMs)) {
            log.warn("{}; they are sent to the right place, the newest has the key {}", route.advice(), key);
        }
    }

    /** The elements of a record by kind. */
    private record Sorted(
            List<Element.Message> messages, List<Element.Skipped> skipped, List<Element.Refused> refused) {

        static Sorted of(List<Element> elements) {
            Sorted sorted = new Sorted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            elements.forEach(element -> element.fold(sorted.messages::add, sorted.skipped::add, sorted.refused::add));
            return sorted;
        }
    }
}
