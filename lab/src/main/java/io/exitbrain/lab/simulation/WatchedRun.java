package io.exitbrain.lab.simulation;

import io.exitbrain.lab.exchange.ComeBack;
import io.exitbrain.lab.exchange.Excursion;
import io.exitbrain.lab.trade.Caution;
import io.exitbrain.lab.trade.Ending;
import io.exitbrain.lab.trade.Ending.Exit;
import io.exitbrain.lab.trade.Opening;
import io.exitbrain.lab.trade.PricePath;
import io.exitbrain.lab.trade.Trade;
import java.util.Optional;
import java.util.OptionalDouble;

/** One run of a watched trade, and where the price went until the run ended. */
final class WatchedRun {

    private final TradeRun run;
    private Optional<Excursion> whileOpen = Optional.empty();
    private Optional<ComeBack> comeBack = Optional.empty();
    private Optional<Long> oneRAt = Optional.empty();

    WatchedRun(TradeRun run) {
        this.run = run;
    }

    TradeRun run() {
        return run;
    }

    /** The run ended: the excursions that it had are those of {@code watch} now. */
    Optional<ComeBack> ended(OpeningWatch watch) {
        whileOpen = Optional.of(watch.excursion().frozen());
        oneRAt = watch.oneRAt();
        Ending ending = run.ending(0, 0);
        if (ending.exit() == Exit.STOP || ending.exit() == Exit.EXIT_COMMAND) {
            comeBack = Optional.of(watch.comeBackFrom(ending));
        }
        return comeBack;
    }

    /** It is open again: its excursions go on. Returns what waited for the mark to come back. */
    Optional<ComeBack> openedAgain() {
        Optional<ComeBack> waited = comeBack;
        whileOpen = Optional.empty();
        comeBack = Optional.empty();
        return waited;
    }

    /** The trade after the last price that counted, {@code price} at {@code time}. */
    Trade trade(OpeningWatch watch, double price, long time) {
        Opening opening = watch.opening();
        Excursion open = whileOpen.orElse(watch.excursion());
        Ending ending = run.ending(price, time);
        double oneR = watch.oneR();
        PricePath path = new PricePath(
                open.worst() / oneR,
                open.worstAt(),
                open.best() / oneR,
                open.bestAt(),
                watch.excursion().best() / oneR,
                watch.excursion().worst() / oneR,
                locked(open, oneR),
                whileOpen.isPresent() ? oneRAt : watch.oneRAt(),
                run.lockedAt() < 0 ? Optional.empty() : Optional.of(run.lockedAt()),
                comeBack.flatMap(ComeBack::afterMs),
                comeBack.map(back -> time - back.stoppedAt()).orElse(0L));
        Caution caution = new Caution(watch.hasGapUntil(ending.time()), watch.isPastLiquidation(open));
        return new Trade(opening, ending, run.money(price), path, run.activity(), caution);
    }

    private Optional<Double> locked(Excursion open, double oneR) {
        OptionalDouble stop = run.bestStop();
        return stop.isPresent() ? Optional.of(open.gainTo(stop.getAsDouble()) / oneR) : Optional.empty();
    }
}
