package io.exitbrain.topology.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.domain.plan.SymbolState;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.rules.DecisionContext;
import io.exitbrain.domain.rules.ExitRules;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.serdes.input.ExecutionReportReader;
import io.exitbrain.serdes.input.MessageReader;
import io.exitbrain.serdes.input.OrderFillReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A position of 10 at 100 with 5x, as the rules plan it: stop distance 2 %, so R is 2 a unit. */
final class OpenPosition {

    static final long START = 1_764_000_000_000L;

    private static final Instrument TENTHS =
            new Instrument(new BigDecimal("0.1"), BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO);

    private final DecisionContext context;
    private final String symbol;
    private SymbolState state;
    private long time = START;

    private OpenPosition(String symbol, Instrument instrument) {
        this.symbol = symbol;
        this.state = SymbolState.unknown(symbol);
        this.context = new DecisionContext(Policy.DEFAULT, instrument, ExitContext.NONE);
    }

    static OpenPosition of(String side, String positionSide) {
        return of("BTCUSDT", side, positionSide, TENTHS);
    }

    static OpenPosition of(String symbol, String side, String positionSide, Instrument instrument) {
        OpenPosition position = new OpenPosition(symbol, instrument);
        return position.fill(side.equals("LONG") ? "BUY" : "SELL", "10", positionSide);
    }

    OpenPosition fill(String side, String quantity, String positionSide) {
        Fill fill = message(
                new OrderFillReader(),
                "{'side':'%s','price':'100','quantity':'%s','leverage':'5','positionSide':'%s'}"
                        .formatted(side, quantity, positionSide));
        state = ExitRules.onFill(state, fill, List.of(), context).state();
        return this;
    }

    OpenPosition price(String price) {
        time += 100;
        MarkPrice mark = new MarkPrice(symbol, new BigDecimal(price), time);
        state = ExitRules.onPrice(state, mark, List.of(), context).state();
        return this;
    }

    OpenPosition report(int version, String status) {
        PositionSide side =
                state.sides().of(PositionSide.BOTH).plan().isPresent() ? PositionSide.BOTH : PositionSide.LONG;
        String planId = state.sides().of(side).plan().orElseThrow().identity().planId();
        ExecutionReport report = message(
                new ExecutionReportReader(), "{'commandId':'%s-%d','status':'%s'}".formatted(planId, version, status));
        state = ExitRules.onReport(state, report, List.of(), context).state();
        return this;
    }

    private <T> T message(MessageReader<T> reader, String json) {
        time += 100;
        return reader.read(symbol, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), time)
                .fold(
                        accepted -> accepted.message(),
                        refused -> {
                            throw new AssertionError(refused.reason());
                        },
                        skipped -> {
                            throw new AssertionError(skipped);
                        },
                        several -> {
                            throw new AssertionError(several);
                        });
    }

    ObjectNode row() {
        return row(PositionSide.BOTH);
    }

    ObjectNode row(PositionSide side) {
        return PositionJson.of(state, state.sides().of(side));
    }
}
