package io.exitbrain.topology.deadletters;

import io.exitbrain.serdes.feed.Element;
import io.exitbrain.serdes.input.ExchangeEventReader;
import io.exitbrain.serdes.input.ExecutionReportReader;
import io.exitbrain.serdes.input.MessageReader;
import io.exitbrain.serdes.input.OrderFillReader;
import io.exitbrain.serdes.input.PositionReader;
import io.exitbrain.serdes.price.MarkPriceReader;
import io.exitbrain.topology.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a dead letter as the engine of this version reads its topic. */
final class Rereading {

    private static final Topics TOPICS = Topics.live();

    private final ExchangeEventReader exchangeEvents = new ExchangeEventReader();
    private final Map<String, MessageReader<?>> readers = Map.of(
            TOPICS.orderFills().name(), new OrderFillReader(),
            TOPICS.positions().name(), new PositionReader(),
            TOPICS.markPrices().name(), new MarkPriceReader(),
            TOPICS.executionReports().name(), new ExecutionReportReader());

    /** Whether a letter of {@code topic} can be redriven at all. */
    boolean isRead(String topic) {
        return readers.containsKey(topic)
                || topic.equals(TOPICS.exchangeEvents().name());
    }

    /** Why the engine would not use the letter; empty if it would. */
    Optional<String> objection(Letter letter) {
        MessageReader<?> reader = readers.get(letter.topic());
        return reader == null
                ? objection(exchangeEvents.read(letter.keyText().orElse(null), letter.value(), letter.timestamp()))
                : objection(reader, letter);
    }

    private static <T> Optional<String> objection(MessageReader<T> reader, Letter letter) {
        return reader.read(letter.keyText().orElse(null), letter.value(), letter.timestamp())
                .fold(
                        accepted -> Optional.empty(),
                        refused -> Optional.of(refused(refused.reason())),
                        skipped -> Optional.of(skipped(skipped.dialect(), skipped.kind())),
                        several -> objection(several.elements()));
    }

    /** One refused element is an objection: the others of its record have been used already. */
    private static Optional<String> objection(List<Element> elements) {
        List<String> refused = elements.stream()
                .flatMap(element -> element
                        .<Optional<String>>fold(
                                message -> Optional.empty(),
                                skipped -> Optional.empty(),
                                bad -> Optional.of(bad.reason()))
                        .stream())
                .distinct()
                .toList();
        if (!refused.isEmpty()) {
            return Optional.of(refused(String.join("; ", refused)));
        }
        boolean hasMessage = elements.stream()
                .anyMatch(element -> element.<Boolean>fold(message -> true, skipped -> false, bad -> false));
        return hasMessage ? Optional.empty() : Optional.of("would be skipped: it has no message for the engine");
    }

    private static String refused(String reason) {
        return "would be refused again: " + reason;
    }

    private static String skipped(String dialect, String kind) {
        return "would be skipped: %s of %s is nothing for the engine".formatted(kind, dialect);
    }

    /** The topics that can be redriven, for messages. */
    String topics() {
        return readers.keySet().stream().sorted().collect(Collectors.joining(", "))
                + " and "
                + TOPICS.exchangeEvents().name();
    }
}
