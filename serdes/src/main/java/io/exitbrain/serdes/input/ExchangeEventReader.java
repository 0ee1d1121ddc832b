package io.exitbrain.serdes.input;

import io.exitbrain.serdes.dialect.Gate;
import io.exitbrain.serdes.feed.Element;
import io.exitbrain.serdes.feed.Verdict;
import io.exitbrain.serdes.json.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code exchange-events}: a record with messages of any kind, with or without a key. It never throws. */
public final class ExchangeEventReader {

    private final Gate gate = Gate.ofAnyKind();

    /**
     * The elements of the record, in its order; at least one.
     *
     * @param key does not matter: each message names its symbol
     * @param recordTimestamp timestamp of the record, epoch milliseconds
     */
    public List<Element> read(@Nullable String key, byte @Nullable [] value, long recordTimestamp) {
        if (value == null) {
            return List.of(new Element.Refused("value is null: an exchange event cannot be deleted"));
        }
        try {
            JsonMessageReader.checkTimestamp(recordTimestamp);
            return gate.read(value).stream()
                    .map(verdict -> verdict.<Element>fold(
                            found -> Elements.of(found, Optional.empty(), recordTimestamp), Verdict.Other::element))
                    .toList();
        } catch (Refusal refusal) {
            return List.of(new Element.Refused(refusal.reason()));
        }
    }
}
