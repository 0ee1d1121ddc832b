package io.exitbrain.demo.exchange;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

/** The take-profit orders of one plan: which of them are sent and which are executed. */
final class LegOrders {

    private final Set<Integer> sent = new HashSet<>();
    private final Set<Integer> executed = new HashSet<>();

    void clear() {
        sent.clear();
        executed.clear();
    }

    /**
     * Whether the order of {@code leg} fills at {@code mark}; true once for each leg. {@code sign} is that of the position. A limit order fills
     * once the mark has passed it by a tick: at a touch, others may be before it. All marks stand on the tick. A market order is sent when
     * the mark reaches its price, and fills at the next mark.
     */
    boolean fills(ReceivedPlan.Leg leg, BigDecimal mark, int sign) {
        boolean fills = leg.limit() ? leg.isPassedBy(mark, sign) : isSentBefore(leg, mark, sign);
        return fills && executed.add(leg.index());
    }

    private boolean isSentBefore(ReceivedPlan.Leg leg, BigDecimal mark, int sign) {
        boolean isSent = sent.contains(leg.index());
        if (leg.isReachedBy(mark, sign)) {
            sent.add(leg.index());
        }
        return isSent;
    }
}
