package io.exitbrain.lab.exchange;

import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.plan.Leg;
import io.exitbrain.domain.value.Execution;
import io.exitbrain.domain.value.Side;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The orders of one trade at the exchange of the lab: the stop that rests, stops that are on their way, an exit at the market that is on
 * its way, and MARKET legs whose price was reached. Times are epoch milliseconds.
 */
public final class PendingOrders {

    private final Side side;
    private final long latencyMs;
    private final Deque<StopOrder> stopsOnTheWay = new ArrayDeque<>();
    private final Map<Integer, Long> legsDue = new HashMap<>();
    private Optional<BigDecimal> restingStop = Optional.empty();
    private Optional<Long> exitSentAt = Optional.empty();

    public PendingOrders(Side side, long latencyMs) {
        this.side = side;
        this.latencyMs = latencyMs;
    }

    /** A stop that was sent at {@code sentAt}. */
    public record StopOrder(String commandId, BigDecimal price, long sentAt) {}

    /** Takes a command that was sent at {@code time}. */
    public void take(StopCommand command, long time) {
        switch (command.action()) {
            case PLACE, MOVE, RESIZE ->
                command.stopPrice()
                        .ifPresent(stop -> stopsOnTheWay.add(new StopOrder(command.commandId(), stop, time)));
            case EXIT -> exitSentAt = exitSentAt.or(() -> Optional.of(time));
            case CANCEL -> clear();
        }
    }

    private void clear() {
        stopsOnTheWay.clear();
        legsDue.clear();
        restingStop = Optional.empty();
        exitSentAt = Optional.empty();
    }

    /** The stops that have arrived at {@code time}. The last of them rests from now on. */
    public List<StopOrder> arrive(long time) {
        if (stopsOnTheWay.isEmpty()) {
            return List.of();
        }
        List<StopOrder> arrived = new ArrayList<>();
        while (!stopsOnTheWay.isEmpty() && hasArrived(stopsOnTheWay.getFirst().sentAt(), time)) {
            arrived.add(stopsOnTheWay.removeFirst());
            restingStop = Optional.of(arrived.get(arrived.size() - 1).price());
        }
        return arrived;
    }

    /** An order never meets the price that caused it. */
    private boolean hasArrived(long sentAt, long time) {
        return time > sentAt && time - sentAt >= latencyMs;
    }

    /** Whether the resting stop fires at the mark {@code price}. It fills there: a mark beyond the stop is the worse of both. */
    public boolean stopFires(BigDecimal price) {
        return restingStop.filter(stop -> side.hasBreached(price, stop)).isPresent();
    }

    public boolean exitArrives(long time) {
        return exitSentAt.filter(sentAt -> hasArrived(sentAt, time)).isPresent();
    }

    /**
     * Whether {@code leg} fills at the mark {@code price}. A LIMIT leg fills when the mark passes it by one tick. A MARKET leg is sent when
     * the mark reaches it, and fills at the first price after that.
     */
    public boolean fills(Leg leg, BigDecimal price, long time, BigDecimal tick) {
        if (isLimit(leg)) {
            return side.isBetter(price, leg.price()) && side.hasReached(price, side.towardsProfit(leg.price(), tick));
        }
        Long sentAt = legsDue.get(leg.index());
        if (sentAt == null && side.hasReached(price, leg.price())) {
            legsDue.put(leg.index(), time);
        }
        return sentAt != null && hasArrived(sentAt, time);
    }

    public static boolean isLimit(Leg leg) {
        return leg.execution() == Execution.LIMIT;
    }

    /** Whether an exit or a MARKET leg is sent. */
    public boolean areClosing() {
        return exitSentAt.isPresent() || !legsDue.isEmpty();
    }

    /** Whether a stop that was on its way is there at {@code time}. Until then it is no worse than the resting one. */
    public boolean hasArrival(long time) {
        return !stopsOnTheWay.isEmpty() && hasArrived(stopsOnTheWay.getFirst().sentAt(), time);
    }

    public void legFilled(Leg leg) {
        legsDue.remove(leg.index());
    }
}
