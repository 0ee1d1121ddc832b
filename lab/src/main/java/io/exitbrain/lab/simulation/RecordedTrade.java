package io.exitbrain.lab.simulation;

import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.value.Mark;
import io.exitbrain.lab.exchange.Excursion;
import io.exitbrain.lab.exchange.Wallet;
import io.exitbrain.lab.recorded.RecordedExit;
import io.exitbrain.lab.trade.Ending;
import io.exitbrain.lab.trade.Ending.Exit;
import io.exitbrain.lab.trade.Money;
import io.exitbrain.lab.trade.Opening;
import io.exitbrain.lab.trade.PricePath;
import io.exitbrain.lab.trade.Trade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One trade of the recording: what really happened, and its runs under the policies. */
final class RecordedTrade {

    private final RuledTrade baseline;
    private final PlainTrade actual;
    private final OpeningWatch watch;
    private final StrategyFills strategyFills;
    private final List<BigDecimal> recordedMoves = new ArrayList<>();
    private final List<BigDecimal> derivedMoves = new ArrayList<>();
    private Optional<RecordedExit> lastExit = Optional.empty();

    RecordedTrade(RuledTrade baseline, PlainTrade actual, OpeningWatch watch, StrategyFills strategyFills) {
        this.baseline = baseline;
        this.actual = actual;
        this.watch = watch;
        this.strategyFills = strategyFills;
    }

    OpeningWatch watch() {
        return watch;
    }

    void moved(BigDecimal stop, boolean isRecorded) {
        (isRecorded ? recordedMoves : derivedMoves).add(stop);
    }

    /** Adds {@code fill} to each run; {@code mark} is the newest one before it. Returns how many were closed already. */
    int add(Fill fill, Optional<Mark> mark) {
        return watch.add(fill, mark, strategyFills.addsOpen());
    }

    void closed(RecordedExit exit) {
        lastExit = Optional.of(exit);
        watch.forEachOpen(run -> {
            if (run == actual) {
                actual.recordedExit(exit);
            } else if (exit.isOfStrategy() && strategyFills.keepsExits()) {
                run.strategyExit(exit.quantity(), exit.isWhole(), exit.price(), exit.time());
            }
        });
    }

    /** The moves of the recording beside those of the model until now, when the recorded trade ended. */
    Fidelity comparedMoves(boolean hasCommands) {
        List<BigDecimal> recorded = hasCommands ? recordedMoves : derivedMoves;
        List<BigDecimal> model = baseline.moves();
        int equal = 0;
        Optional<String> difference = Optional.empty();
        for (int i = 0; i < Math.max(recorded.size(), model.size()); i++) {
            boolean isEqual =
                    i < recorded.size() && i < model.size() && recorded.get(i).compareTo(model.get(i)) == 0;
            equal += isEqual ? 1 : 0;
            if (!isEqual && difference.isEmpty()) {
                difference = Optional.of(difference(i, recorded, model));
            }
        }
        return new Fidelity(
                1,
                difference.isPresent() ? 1 : 0,
                recorded.size(),
                model.size(),
                equal,
                !hasCommands,
                difference,
                List.of(),
                List.of(),
                0);
    }

    private String difference(int i, List<BigDecimal> recorded, List<BigDecimal> model) {
        Opening opening = watch.opening();
        return "%s %s of fill %s, move %d: recorded %s, model %s"
                .formatted(
                        opening.symbol(),
                        opening.side(),
                        opening.fill(),
                        i + 1,
                        i < recorded.size() ? recorded.get(i).toPlainString() : "none",
                        i < model.size() ? model.get(i).toPlainString() : "none");
    }

    /** The exit of the model beside the recorded one, if the engine caused that. */
    Fidelity comparedExit() {
        if (actual.isOpen() || lastExit.filter(exit -> !exit.isOfStrategy()).isEmpty()) {
            return Fidelity.NONE;
        }
        Ending recorded = actual.ending(0, 0);
        boolean isOpen = baseline.isOpen();
        Ending model = baseline.ending(0, 0);
        double error = Math.abs(model.price() - recorded.price()) / recorded.price() * 1e4;
        return new Fidelity(
                0,
                0,
                0,
                0,
                0,
                true,
                Optional.empty(),
                isOpen ? List.of() : List.of(error),
                isOpen ? List.of() : List.of(Math.abs(model.time() - recorded.time())),
                isOpen ? 1 : 0);
    }

    /** Whether each run is a policy's that is open, counted. */
    int countOutlived(int policies) {
        return (int) watch.runs().stream()
                .limit(policies)
                .filter(watched -> watched.run().isOpen())
                .count();
    }

    StopHistory stopHistory() {
        List<List<StopHistory.SentStop>> stops = watch.runs().stream()
                .filter(watched -> watched.run() instanceof RuledTrade)
                .map(watched -> ((RuledTrade) watched.run()).stops())
                .toList();
        return new StopHistory(watch.opening(), stops);
    }

    /** The trades of all runs, then that of the oracle, which exits at the best mark. */
    List<Trade> trades() {
        List<Trade> trades = new ArrayList<>();
        watch.runs().forEach(run -> trades.add(run.trade(watch, watch.lastPrice(), watch.lastTime())));
        trades.add(oracle(trades.get(trades.size() - 1)));
        return trades;
    }

    private Trade oracle(Trade any) {
        double best = watch.excursion().bestPrice();
        Wallet wallet = watch.opened().wallet();
        wallet.open(watch.opened().quantity(), watch.opened().entry());
        wallet.close(watch.opened().quantity(), best, Wallet.Liquidity.MARKET);
        Money money = wallet.at(best, any.opening().risk());
        Ending ending = new Ending(Exit.EXIT_COMMAND, watch.excursion().bestAt(), best);
        return new Trade(any.opening(), ending, money, oraclePath(any.path()), any.activity(), any.caution());
    }

    /** The oracle leaves at its best mark. */
    private PricePath oraclePath(PricePath any) {
        Excursion whole = watch.excursion();
        double oneR = watch.oneR();
        return new PricePath(
                whole.worstBeforeBest() / oneR,
                whole.worstBeforeBestAt(),
                whole.best() / oneR,
                whole.bestAt(),
                any.bestAvailable(),
                any.worstAvailable(),
                Optional.empty(),
                watch.oneRAt(),
                Optional.empty(),
                Optional.empty(),
                0);
    }
}
