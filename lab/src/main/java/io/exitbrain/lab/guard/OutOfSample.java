package io.exitbrain.lab.guard;

import io.exitbrain.lab.measures.TradeDays;
import io.exitbrain.lab.statistics.Overfitting;
import io.exitbrain.lab.statistics.WalkForward;
import io.exitbrain.lab.statistics.WalkForward.Window;
import io.exitbrain.lab.trade.PolicyTrades;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How well the best of some in-sample days does in other in-sample days. */
final class OutOfSample {

    private static final int MIN_CANDIDATES = 8;

    private final InSample candidates;
    private final PolicyTrades baseline;
    private final GuardSettings settings;

    /** @param baseline its in-sample trades */
    OutOfSample(InSample candidates, PolicyTrades baseline, GuardSettings settings) {
        this.candidates = candidates;
        this.baseline = baseline;
        this.settings = settings;
    }

    Optional<Overfitting> overfitting() {
        return candidates.policies().size() < MIN_CANDIDATES ? Optional.empty() : Overfitting.of(candidates.sums());
    }

    String overfittingNote() {
        int policies = candidates.policies().size();
        int days = TradeDays.of(baseline.trades()).days().size();
        if (policies < MIN_CANDIDATES) {
            return note("It is not computed: %,d policies are fewer than %d.", policies, MIN_CANDIDATES);
        }
        if (days < Overfitting.BLOCKS) {
            return note("It is not computed: %,d in-sample days are fewer than %d.", days, Overfitting.BLOCKS);
        }
        return "Policies that differ by chance only give about 0.5, not 0. A low value does not say that the best policy earns.";
    }

    private static String note(String sentence, Object... values) {
        return String.format(Locale.ROOT, sentence, values);
    }

    WalkForwardTable walkForward() {
        TradeDays calendar = TradeDays.calendarOf(baseline.trades());
        return WalkForwardTable.of(WalkForward.of(candidates.sums(calendar), settings.windows()).windows().stream()
                .map(window -> row(window, calendar.days()))
                .toList());
    }

    private WalkForwardRow row(Window window, List<LocalDate> days) {
        return new WalkForwardRow(
                days.get(window.firstDay()),
                days.get(window.scoringDay()),
                candidates.name(window.chosen()),
                window.chosenBy(),
                window.count(),
                window.score());
    }
}
