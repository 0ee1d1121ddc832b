package io.exitbrain.serdes.dialect;

import io.exitbrain.serdes.feed.Dialect;
import io.exitbrain.serdes.feed.Draft;
import io.exitbrain.serdes.feed.MessageKind;
import io.exitbrain.serdes.feed.Payload;
import io.exitbrain.serdes.feed.Verdict;
import io.exitbrain.serdes.json.Refusal;
import io.exitbrain.serdes.json.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Our own names. It is the dialect of every payload that has no marks of another one. */
final class ExitBrain implements Dialect {

    static final String NAME = "exit-brain";

    private static final String[] NOT_OF_PRICES = {
        "positionAmt",
        "side",
        "entryPrice",
        "leverage",
        "liquidationPrice",
        "unrealizedProfit",
        "positionSide",
        "price",
        "quantity",
        "qty",
        "fillId",
        "tradeId",
        "orderId"
    };

    private static final int SHOWN_CHARACTERS = 100;

    private static final List<String> ALL_NAMES = List.of(MessageKind.values()).stream()
            .map(OwnNames::of)
            .flatMap(Collection::stream)
            .flatMap(Collection::stream)
            .distinct()
            .toList();

    private final Optional<MessageKind> expected;

    /** {@code expected} is the kind of the topic, if the topic has one. */
    ExitBrain(Optional<MessageKind> expected) {
        this.expected = expected;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isSpokenIn(Payload payload) {
        return true;
    }

    @Override
    public List<Verdict> read(Payload payload) {
        Payload respelled = new Payload(OwnNames.respelled(payload.fields(), ALL_NAMES), payload.around());
        MessageKind kind = kindOf(respelled);
        OwnObjections.check(kind, respelled);
        Draft draft = new Draft(NAME, kind, respelled);
        for (List<String> names : OwnNames.of(kind)) {
            take(draft, names);
        }
        return draft.verdicts();
    }

    /** Only the names of a time may differ: a message has several times. */
    private static void take(Draft draft, List<String> names) {
        String own = names.get(0);
        if (!names.contains("ts")) {
            draft.take(own, names.toArray(String[]::new));
        }
        draft.takeFirst(own, names);
    }

    private MessageKind kindOf(Payload payload) {
        List<MessageKind> complete = new ArrayList<>();
        for (MessageKind kind : MessageKind.values()) {
            if (isComplete(kind, payload)) {
                complete.add(kind);
            }
        }
        return expected.map(kind -> kindOn(kind, complete)).orElseGet(() -> onlyOne(complete, payload));
    }

    private static MessageKind kindOn(MessageKind topic, List<MessageKind> complete) {
        if (complete.isEmpty() || complete.contains(topic)) {
            return topic;
        }
        boolean isFill = complete.contains(MessageKind.ORDER_FILL);
        if (isFill && topic == MessageKind.MARK_PRICE) {
            return topic;
        }
        if (isFill) {
            throw new Refusal("a fill on %s: send it to order-fills".formatted(topic.topic()));
        }
        return complete.get(0);
    }

    private static MessageKind onlyOne(List<MessageKind> complete, Payload payload) {
        if (complete.size() == 1
                && (complete.get(0) != MessageKind.ORDER_FILL || payload.hasAny("fillId", "tradeId"))) {
            return complete.get(0);
        }
        String fields = Text.shortened(String.join(", ", payload.fields().keySet()), SHOWN_CHARACTERS);
        throw new Refusal(
                ("no known dialect has these fields: %s; send the message as the exchange gives it, or by our own names,"
                                + " a fill with its fillId")
                        .formatted(fields.isEmpty() ? "none" : fields));
    }

    private boolean isComplete(MessageKind kind, Payload payload) {
        return switch (kind) {
            case ORDER_FILL -> payload.hasAll("side", "price") && payload.hasAny("quantity", "qty");
            case POSITION -> payload.has("positionAmt") || isNotice(payload);
            case MARK_PRICE -> payload.has("markPrice") && !payload.hasAny(NOT_OF_PRICES);
            case EXECUTION_REPORT -> payload.hasAll("commandId", "status");
            case INSTRUMENT -> payload.hasAll("tickSize", "stepSize");
        };
    }

    /** A leverage alone is too little to leave the topic that it is on. */
    private boolean isNotice(Payload payload) {
        return expected.orElse(MessageKind.POSITION) == MessageKind.POSITION && OwnObjections.isLeverageNotice(payload);
    }
}
