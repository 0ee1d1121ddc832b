package io.exitbrain.topology.deadletters;

import io.exitbrain.serdes.feed.Element;
import io.exitbrain.serdes.feed.MessageKind;
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
    private static final OrderFillReader FILLS = new OrderFillReader();

    private final ExchangeEventReader exchangeEvents = new ExchangeEventReader();
    private final Map<String, MessageReader<?>> readers = Map.of(
            TOPICS.orderFills().name(), FILLS,
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
        List<Element.Message> messages = elements.stream()
                .flatMap(element -> element
                        .<Optional<Element.Message>>fold(
                                Optional::of, skipped -> Optional.empty(), bad -> Optional.empty())
                        .stream())
                .toList();
        if (messages.isEmpty()) {
            return Optional.of("would be skipped: it has no message for the engine");
        }
        return elements.size() == 1 ? Optional.empty() : countedTwice(messages);
    }

    /** The good elements of a batch were used when it came. A fill with its id counts once, whatever else is sent again. */
    private static Optional<String> countedTwice(List<Element.Message> messages) {
        return messages.stream()
                .filter(message -> message.kind() == MessageKind.ORDER_FILL && !hasFillId(message))
                .findFirst()
                .map(fill ->
                        "could count a fill of %s twice: it has no fillId, and the good fills of a batch were used when it came"
                                .formatted(fill.symbol()));
    }

    private static boolean hasFillId(Element.Message fill) {
        return FILLS.read(fill.symbol(), fill.canonicalJson(), 0)
                .<Boolean>fold(
                        accepted -> accepted.message().fillId().isPresent(),
                        refused -> false,
                        skipped -> false,
                        several -> false);
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
