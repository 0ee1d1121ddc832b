package io.exitbrain.lab.simulation;

import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.value.Mark;
import io.exitbrain.domain.value.Side;
import io.exitbrain.lab.exchange.ComeBack;
import io.exitbrain.lab.exchange.Excursion;
import io.exitbrain.lab.exchange.OpenedPosition;
import io.exitbrain.lab.trade.Ending;
import io.exitbrain.lab.trade.Opening;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One trade, under all policies at once, from its opening to the horizon. */
final class OpeningWatch {

    private final OpenedPosition opened;
    private final Opening opening;
    private final long horizonAt;
    private final double sign;
    private final double leverage;
    private final Excursion excursion;
    private final List<WatchedRun> runs = new ArrayList<>();
    private final List<WatchedRun> open = new ArrayList<>();
    private final List<ComeBack> waiting = new ArrayList<>();
    private Optional<Long> oneRAt = Optional.empty();
    private long firstGapAt = Long.MAX_VALUE;
    private double lastPrice;
    private long lastTime;

    /** {@code runs} in the order of the results; {@code horizonMs} in milliseconds. */
    OpeningWatch(OpenedPosition opened, Opening opening, List<TradeRun> runs, long horizonMs) {
        this.opened = opened;
        this.opening = opening;
        this.horizonAt = opening.time() + horizonMs;
        this.sign = opening.side() == Side.LONG ? 1 : -1;
        this.leverage = opened.fill().leverage().map(Number::doubleValue).orElse(1.0);
        this.excursion = new Excursion(sign, opening.entry(), opening.time());
        this.lastPrice = opening.entry();
        this.lastTime = opening.time();
        runs.stream().map(WatchedRun::new).forEach(this.runs::add);
        this.open.addAll(this.runs);
        settle();
    }

    /** Whether {@code time} is after the horizon. */
    boolean isOver(long time) {
        return time > horizonAt;
    }

    void price(long unscaled, int scale, double price, long time) {
        lastPrice = price;
        lastTime = time;
        excursion.price(price, time);
        if (oneRAt.isEmpty() && excursion.best() >= oneR()) {
            oneRAt = Optional.of(time);
        }
        if (!waiting.isEmpty()) {
            waiting.removeIf(back -> back.sees(price, time));
        }
        boolean hasEnded = false;
        for (int i = 0; i < open.size(); i++) {
            TradeRun run = open.get(i).run();
            run.price(unscaled, scale, time);
            hasEnded |= !run.isOpen();
        }
        if (hasEnded) {
            settle();
        }
    }

    int countOpen() {
        return open.size();
    }

    /** Calls {@code action} with each run that is open. */
    void forEachOpen(Consumer<TradeRun> action) {
        open.forEach(watched -> action.accept(watched.run()));
        settle();
    }

    /** Adds {@code fill} to each run that is open. Returns how many are not; if {@code opensAgain}, it opens them again. */
    int add(Fill fill, Optional<Mark> mark, boolean opensAgain) {
        List<WatchedRun> flat =
                runs.stream().filter(watched -> !watched.run().isOpen()).toList();
        open.forEach(watched -> watched.run().add(fill, mark));
        if (opensAgain) {
            for (WatchedRun watched : flat) {
                watched.openedAgain().ifPresent(waiting::remove);
                watched.run().add(fill, mark);
                open.add(watched);
            }
        }
        settle();
        return flat.size();
    }

    private void settle() {
        open.removeIf(watched -> {
            if (!watched.run().isOpen()) {
                watched.ended(this).ifPresent(waiting::add);
            }
            return !watched.run().isOpen();
        });
    }

    /** No price came for longer than the permitted age of a price, until {@code time}. */
    void gapUntil(long time) {
        firstGapAt = Math.min(firstGapAt, time);
    }

    boolean hasGapUntil(long time) {
        return firstGapAt <= time;
    }

    /** Where an exchange would have closed it at the latest; at a leverage of 1 or less only a short can be there. */
    boolean isPastLiquidation(Excursion open) {
        return leverage > 1 && -open.worst() >= opening.entry() / leverage;
    }

    /** After a stop the mark comes back to the entry, or to 1 R of profit if it stopped in profit. */
    ComeBack comeBackFrom(Ending ending) {
        boolean isInProfit = excursion.gainTo(ending.price()) > 0;
        return new ComeBack(sign, opening.entry() + (isInProfit ? sign * oneR() : 0), ending.time());
    }

    /** 1 R as a distance of price, in quote currency. */
    double oneR() {
        return opening.risk() / (opened.unit() * opening.quantity());
    }

    Opening opening() {
        return opening;
    }

    OpenedPosition opened() {
        return opened;
    }

    Excursion excursion() {
        return excursion;
    }

    Optional<Long> oneRAt() {
        return oneRAt;
    }

    List<WatchedRun> runs() {
        return runs;
    }

    double lastPrice() {
        return lastPrice;
    }

    long lastTime() {
        return lastTime;
    }
}
