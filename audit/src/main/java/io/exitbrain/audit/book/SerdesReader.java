package io.exitbrain.audit.book;

import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.domain.input.Input;
import io.exitbrain.serdes.feed.Element;
import io.exitbrain.serdes.feed.MessageKind;
import io.exitbrain.serdes.input.ExchangeEventReader;
import io.exitbrain.serdes.input.ExecutionReportReader;
import io.exitbrain.serdes.input.MessageReader;
import io.exitbrain.serdes.input.OrderFillReader;
import io.exitbrain.serdes.input.PositionReader;
import io.exitbrain.serdes.input.Reading;
import io.exitbrain.serdes.price.MarkPriceReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads inputs as the message contract says, in every dialect. */
public final class SerdesReader implements InputReader {

    private final Map<String, MessageReader<? extends Input>> readers = Map.of(
            "order-fills", new OrderFillReader(),
            "positions", new PositionReader(),
            "mark-prices", new MarkPriceReader(),
            "execution-reports", new ExecutionReportReader());
    private final ExchangeEventReader events = new ExchangeEventReader();
    private final boolean sendsOn;

    /** @param sendsOn whether the messages of a record that belong elsewhere count at once, because they are no records of their own */
    public SerdesReader(boolean sendsOn) {
        this.sendsOn = sendsOn;
    }

    @Override
    public InputReading read(AuditRecord input) {
        if (input.isClock()) {
            return InputReading.of(InputReading.Kind.CLOCK, Optional.empty());
        }
        if (input.topic().equals("exchange-events")) {
            return elsewhere(input, events.read(null, input.value().orElse(null), input.timestamp()));
        }
        return of(input);
    }

    private InputReading of(AuditRecord input) {
        MessageReader<? extends Input> reader = readers.get(input.topic());
        return reader == null
                ? InputReading.of(InputReading.Kind.GLOBAL, Optional.empty())
                : of(input, reader.read(input.key().orElse(null), input.value().orElse(null), input.timestamp()));
    }

    private InputReading of(AuditRecord input, Reading<? extends Input> reading) {
        return reading.fold(
                accepted -> InputReading.valid(input.key().orElseThrow(), accepted.message()),
                refused -> InputReading.of(InputReading.Kind.INVALID, input.key()),
                skipped -> InputReading.of(InputReading.Kind.ELSEWHERE, input.key()),
                several -> elsewhere(input, several.elements()));
    }

    private InputReading elsewhere(AuditRecord input, List<Element> elements) {
        List<Element.Message> messages = new ArrayList<>();
        if (sendsOn) {
            elements.forEach(element -> element.fold(messages::add, skipped -> false, refused -> false));
        }
        Map<String, List<Input>> bySymbol = new LinkedHashMap<>();
        List<AuditRecord> filters = new ArrayList<>();
        for (Element.Message message : messages) {
            if (message.kind() == MessageKind.INSTRUMENT) {
                filters.add(asRecord(message, input));
            } else {
                bySymbol.computeIfAbsent(message.symbol(), symbol -> new ArrayList<>())
                        .addAll(of(asRecord(message, input)).messages());
            }
        }
        List<InputReading> sentOn = bySymbol.entrySet().stream()
                .map(entry -> new InputReading(
                        InputReading.Kind.VALID, Optional.of(entry.getKey()), entry.getValue(), List.of(), List.of()))
                .toList();
        return new InputReading(InputReading.Kind.ELSEWHERE, input.key(), List.of(), sentOn, filters);
    }

    private static AuditRecord asRecord(Element.Message message, AuditRecord input) {
        return AuditRecord.at(
                input.place(),
                message.kind().topic(),
                Optional.of(message.symbol()),
                Optional.of(message.canonicalJson()),
                Optional.empty(),
                input.timestamp());
    }
}
