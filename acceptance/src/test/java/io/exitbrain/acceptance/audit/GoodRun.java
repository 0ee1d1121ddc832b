package io.exitbrain.acceptance.audit;

import io.exitbrain.domain.policy.Policy;
import java.util.List;

/** A run in which every invariant holds, and the numbers of its steps. */
final class GoodRun {

    static final String COMMANDS = "trailing-stop-commands";
    static final String PLANS = "exit-plans";

    static final int OPENED = 1;
    static final int LEG_FILLED = 3;
    static final int MOVED = 4;
    static final int EQUAL_AGAIN = 6;
    static final int REFUSED = 7;
    static final int FIRED = 8;
    static final int RETRIED = 9;
    static final int SHORT_OPENED = 11;
    static final int SHORT_CLOSED = 12;

    private static final long START_MS = 1_764_000_000_000L;

    static final List<Line> INPUTS = List.of(
            line(0, "instruments", "'tickSize':'0.01','stepSize':'0.001'"),
            line(1, "order-fills", "'side':'BUY','price':'100','quantity':'10','fillId':'1'"),
            line(2, "mark-prices", "'p':'101.3'"),
            line(3, "order-fills", "'side':'SELL','price':'101.25','quantity':'2.5','fillId':'2'"),
            line(4, "mark-prices", "'p':'103'"),
            line(6, "positions", "'positionAmt':'7.5','entryPrice':'100'"),
            line(7, "positions", "'positionAmt':'7.5','entryPrice':'100'"),
            line(8, "order-fills", "'side':'BUY','price':0,'quantity':0"),
            line(9, "mark-prices", "'p':'101.4'"),
            line(19, "mark-prices", "'p':'101.3'"),
            line(20, "order-fills", "'side':'SELL','price':'101.3','quantity':'7.5','fillId':'3'"),
            line(21, "order-fills", "'side':'SELL','price':'100','quantity':'10','fillId':'4'"),
            line(22, "order-fills", "'side':'BUY','price':'99','quantity':'10','fillId':'5'"));

    private GoodRun() {}

    static RecordedRun play() {
        try (WholeFlow engine = new WholeFlow(Policy.DEFAULT, START_MS)) {
            return RecordedRun.of(INPUTS, engine);
        }
    }

    private static Line line(int second, String topic, String fields) {
        return Line.of(topic, "BTCUSDT", "{" + fields.replace('\'', '"') + "}", START_MS + 1_000L * second);
    }
}
