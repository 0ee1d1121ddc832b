package io.exitbrain.lab.simulation;

import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.value.Action;
import io.exitbrain.domain.value.Side;
import io.exitbrain.lab.trade.Activity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a policy did during a trade, command by command. */
final class TradeLog {

    private final Side side;
    private final BigDecimal entry;
    private final List<StopHistory.SentStop> stops = new ArrayList<>();
    private final boolean keepsStops;
    private Optional<BigDecimal> bestStop = Optional.empty();
    private long lockedAt = -1;
    private int stopMoves;
    private int commands;
    private int withheld;

    /** {@code keepsStops} says whether all stops are kept. */
    TradeLog(Side side, BigDecimal entry, boolean keepsStops) {
        this.keepsStops = keepsStops;
        this.side = side;
        this.entry = entry;
    }

    void sent(StopCommand command, long time) {
        commands++;
        if (command.action() == Action.MOVE) {
            stopMoves++;
        }
        if (command.action() != Action.EXIT) {
            command.stopPrice().ifPresent(stop -> stoodAt(stop, time, command.action() == Action.MOVE));
        }
    }

    private void stoodAt(BigDecimal stop, long time, boolean isMove) {
        if (keepsStops) {
            stops.add(new StopHistory.SentStop(time, stop, isMove));
        }
        bestStop = Optional.of(bestStop.map(best -> side.betterOf(best, stop)).orElse(stop));
        if (lockedAt < 0 && side.isBetter(stop, entry)) {
            lockedAt = time;
        }
    }

    /** The stops that were sent, if they are kept. */
    List<StopHistory.SentStop> stops() {
        return stops;
    }

    void withheldMove() {
        withheld++;
    }

    Activity activity() {
        return new Activity(stopMoves, commands, withheld);
    }

    OptionalDouble bestStop() {
        return bestStop.map(stop -> OptionalDouble.of(stop.doubleValue())).orElse(OptionalDouble.empty());
    }

    long lockedAt() {
        return lockedAt;
    }
}
