package io.exitbrain.lab.simulation;

import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.input.Snapshot;
import io.exitbrain.domain.value.Action;
import io.exitbrain.domain.value.Mark;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.lab.exchange.OpenedPosition;
import io.exitbrain.lab.recorded.RecordedEngine;
import io.exitbrain.lab.recorded.RecordedExit;
import io.exitbrain.lab.recorded.RecordedSide;
import io.exitbrain.lab.trade.Ending.Exit;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/** The recorded trades of one side of a symbol, one after the other. */
final class SideTrades {

    private final RecordedSide position;
    private final Settings settings;
    private final RecordedEngine engine;
    private final Tally tally;
    private Optional<RecordedTrade> current = Optional.empty();
    private boolean hasCommands;

    SideTrades(PositionSide side, Settings settings, RecordedEngine engine, Tally tally) {
        this.position = new RecordedSide(side);
        this.settings = settings;
        this.engine = engine;
        this.tally = tally;
    }

    /**
     * Takes a fill, before the rules of the engine see it.
     *
     * @param mark the newest mark before it
     * @param open opens a trade with the part of the fill that opens a position
     * @return the trade that it opened
     */
    Optional<RecordedTrade> take(Fill fill, Optional<Mark> mark, Function<Fill, Optional<RecordedTrade>> open) {
        RecordedSide.Change change = position.take(fill);
        if (change.leftOut().signum() != 0) {
            tally.count(Count.LEFT_OUT_FILLS, 1);
        }
        if (change.closed().signum() != 0) {
            Exit cause = engine.causeOf(fill, change.closed());
            closed(new RecordedExit(change.closed(), change.isFlat(), fill.price(), fill.time(), cause));
        }
        if (change.opened().signum() == 0) {
            return Optional.empty();
        }
        Fill opening = fill.withQuantity(change.opened().abs());
        if (change.isAdd()) {
            tally.count(Count.ADDS, 1);
            current.ifPresent(trade -> tally.count(Count.ADDS_WHEN_FLAT, trade.add(opening, mark)));
            return Optional.empty();
        }
        tally.count(Count.OPENINGS, 1);
        current = open.apply(opening);
        return current;
    }

    /**
     * Takes a row. A row that says flat ends the recorded trade at {@code mark}, if no fill has; without a mark at its entry.
     *
     * @return the trade that is none, because a position was open before its fills
     */
    Optional<RecordedTrade> take(Snapshot row, Optional<BigDecimal> mark) {
        RecordedSide.RowChange change =
                position.take(row, settings.baseline().policy().stop().settleMs());
        if (change.closed().signum() != 0) {
            tally.count(Count.CLOSED_WITHOUT_FILL, 1);
            closedBy(row, change.closed(), mark);
        }
        if (!change.isContradicted()) {
            return Optional.empty();
        }
        tally.count(Count.OPENINGS, -1);
        tally.count(Count.LEFT_OUT_FILLS, 1);
        Optional<RecordedTrade> contradicted = current;
        current = Optional.empty();
        return contradicted;
    }

    private void closedBy(Snapshot row, BigDecimal closed, Optional<BigDecimal> mark) {
        current.ifPresent(trade -> {
            OpenedPosition opened = trade.watch().opened();
            BigDecimal price = mark.orElse(opened.fill().price());
            Exit cause = engine.causeOf(opened.closing(0, closed, price, row.time()), closed);
            closed(new RecordedExit(closed, true, price, row.time(), cause));
        });
    }

    private void closed(RecordedExit exit) {
        tally.count(exit.isOfStrategy() ? Count.STRATEGY_EXITS : Count.ENGINE_EXITS, 1);
        current.ifPresent(trade -> {
            trade.closed(exit);
            if (exit.isWhole()) {
                tally.add(trade.comparedMoves(hasCommands));
                tally.count(
                        Count.OUTLIVED, trade.countOutlived(settings.policies().size()));
            }
        });
        if (exit.isWhole()) {
            current = Optional.empty();
        }
    }

    /** A command of the engine, as recorded. */
    void recorded(StopCommand command) {
        hasCommands = true;
        moved(command, true);
    }

    /** A command of the rules over the recorded inputs. */
    void derived(StopCommand command) {
        moved(command, false);
    }

    private void moved(StopCommand command, boolean isRecorded) {
        if (command.action() == Action.MOVE) {
            command.stopPrice().ifPresent(stop -> current.ifPresent(trade -> trade.moved(stop, isRecorded)));
        }
    }
}
