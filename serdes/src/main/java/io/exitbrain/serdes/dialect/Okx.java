package io.exitbrain.serdes.dialect;

import io.exitbrain.serdes.feed.Dialect;
import io.exitbrain.serdes.feed.Draft;
import io.exitbrain.serdes.feed.MessageKind;
import io.exitbrain.serdes.feed.Payload;
import io.exitbrain.serdes.feed.Verdict;
import io.exitbrain.serdes.json.JsonValue;
import io.exitbrain.serdes.json.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** OKX V5, swaps and futures: the channels orders, fills, positions, mark-price and instruments, and the same REST answers. */
final class Okx implements Dialect {

    static final String NAME = "okx";

    private static final Set<String> TYPES = Set.of("SWAP", "FUTURES");
    private static final Set<String> OTHER_TYPES = Set.of("SPOT", "MARGIN", "OPTION");

    /** Names of messages that hold nothing for us. */
    private static final String[] OTHERS = {
        "last",
        "lastSz",
        "askPx",
        "bidPx",
        "fundingRate",
        "asks",
        "bids",
        "oi",
        "px",
        "totalEq",
        "idxPx",
        "buyLmt",
        "settlePx",
        "liqPenalty"
    };

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isSpokenIn(Payload payload) {
        boolean hasChannel =
                payload.around().containsKey("channel") && payload.around().containsKey("instId");
        return hasChannel
                || payload.hasAny("instId", "instType", "posData", "balData")
                || payload.hasAll("totalEq", "details")
                || (payload.has("markPx") && !payload.has("oraclePx"));
    }

    @Override
    public List<Verdict> read(Payload payload) {
        Optional<String> type = payload.text("instType").or(() -> payload.textAround("instType"));
        if (type.filter(OTHER_TYPES::contains).isPresent()) {
            return List.of(Verdict.skipped(NAME, type.get()));
        }
        if (type.filter(name -> !TYPES.contains(name) && !name.equals("ANY")).isPresent()) {
            throw new Refusal("okx: instType must be SWAP or FUTURES, was "
                    + JsonValue.ofText(type.get()).quoted());
        }
        if (payload.hasArray("posData")) {
            return balanceAndPosition(payload);
        }
        return OkxOrders.isOrder(payload) ? OkxOrders.read(payload) : ofMarket(payload);
    }

    private static List<Verdict> ofMarket(Payload payload) {
        if (payload.has("pos")) {
            return List.of(position(payload));
        }
        if (payload.hasAny("tickSz", "lotSz")) {
            return List.of(instrument(payload));
        }
        if (payload.has("markPx")) {
            return markPrice(payload);
        }
        Optional<String> channel = payload.textAround("channel");
        if (channel.isEmpty() && !payload.hasAny(OTHERS)) {
            throw new Refusal(
                    "okx: no known message with instId; send it as the channel gives it, or by our own names");
        }
        return List.of(Verdict.skipped(NAME, channel.orElse("no message for us")));
    }

    private static List<Verdict> balanceAndPosition(Payload payload) {
        List<Verdict> rows = payload.items("posData")
                .filter(row ->
                        row.text("instType").filter(OTHER_TYPES::contains).isEmpty())
                .map(Okx::position)
                .toList();
        return rows.isEmpty() ? List.of(Verdict.skipped(NAME, "balance")) : rows;
    }

    private static List<Verdict> markPrice(Payload payload) {
        return new Draft(NAME, MessageKind.MARK_PRICE, payload)
                .take("symbol", "instId")
                .take("markPrice", "markPx")
                .takeTime("time", "ts")
                .verdicts();
    }

    /** The amount is signed in net mode, and unsigned with posSide in long/short mode. */
    private static Verdict position(Payload position) {
        Draft draft = new Draft(NAME, MessageKind.POSITION, position)
                .take("symbol", "instId", "symbol")
                .take("positionAmt", "pos")
                .take("entryPrice", "avgPx")
                .take("markPrice", "markPx")
                .take("leverage", "lever")
                .take("liquidationPrice", "liqPx")
                .takeTime("updateTime", "uTime", "pTime");
        return draft.set("positionSide", positionSide(position)).verdict();
    }

    static String positionSide(Payload payload) {
        String side = payload.text("posSide").orElse("net");
        return switch (side) {
            case "net" -> "BOTH";
            case "long" -> "LONG";
            case "short" -> "SHORT";
            default ->
                throw new Refusal("okx: posSide must be net, long or short, was "
                        + JsonValue.ofText(side).quoted());
        };
    }

    private static Verdict instrument(Payload instrument) {
        Draft draft = new Draft(NAME, MessageKind.INSTRUMENT, instrument)
                .take("symbol", "instId")
                .take("tickSize", "tickSz")
                .take("stepSize", "lotSz")
                .take("minQuantity", "minSz")
                .take("maxQuantity", "maxMktSz");
        contractSize(instrument).ifPresent(size -> draft.set("contractSize", size.toPlainString()));
        if (instrument.text("ctType").filter("inverse"::equals).isPresent()) {
            draft.set("inverse", JsonValue.scalar(JsonValue.Kind.BOOLEAN, "true"));
        }
        return draft.verdict();
    }

    private static Optional<BigDecimal> contractSize(Payload instrument) {
        BigDecimal multiplier = Orders.decimal(instrument, "ctMult").orElse(BigDecimal.ONE);
        return Orders.decimal(instrument, "ctVal")
                .map(value -> value.multiply(multiplier))
                .filter(size -> size.signum() > 0);
    }
}
