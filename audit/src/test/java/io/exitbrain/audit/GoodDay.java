package io.exitbrain.audit;

import io.exitbrain.audit.Recording.In;
import java.util.List;

/** A day in which every invariant holds, and the numbers of its steps. */
final class GoodDay {

    static final String SYMBOL = "BTCUSDT";
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

    static final List<In> INPUTS = List.of(
            in(0, "instruments", "{'tickSize':'0.01','stepSize':'0.001'}"),
            in(1, "order-fills", "{'side':'BUY','price':'100','quantity':'10','fillId':'1'}"),
            in(2, "mark-prices", "{'p':'101.3'}"),
            in(3, "order-fills", "{'side':'SELL','price':'101.25','quantity':'2.5','fillId':'2'}"),
            in(4, "mark-prices", "{'p':'103'}"),
            in(6, "positions", "{'positionAmt':'7.5','entryPrice':'100'}"),
            in(7, "positions", "{'positionAmt':'7.5','entryPrice':'100'}"),
            in(8, "order-fills", "{'side':'BUY','price':0,'quantity':0}"),
            in(9, "mark-prices", "{'p':'101.4'}"),
            in(19, "mark-prices", "{'p':'101.3'}"),
            in(20, "order-fills", "{'side':'SELL','price':'101.3','quantity':'7.5','fillId':'3'}"),
            in(21, "order-fills", "{'side':'SELL','price':'100','quantity':'10','fillId':'4'}"),
            in(22, "order-fills", "{'side':'BUY','price':'99','quantity':'10','fillId':'5'}"));

    private GoodDay() {}

    static Recording play() {
        return Recording.of(INPUTS);
    }

    static In in(int second, String topic, String value) {
        return In.of(topic, SYMBOL, value, START_MS + 1_000L * second);
    }
}
