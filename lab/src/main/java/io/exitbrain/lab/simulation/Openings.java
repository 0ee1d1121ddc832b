package io.exitbrain.lab.simulation;

import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.domain.policy.ReportsUse;
import io.exitbrain.domain.value.Instrument;
import io.exitbrain.domain.value.Mark;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.Side;
import io.exitbrain.lab.exchange.OpenedPosition;
import io.exitbrain.lab.rules.RuleRun;
import io.exitbrain.lab.trade.Opening;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens the trades of one symbol under all policies at once. */
final class Openings {

    private final String symbol;
    private final Settings settings;
    private Instrument instrument = Instrument.UNKNOWN;
    private ExitContext context = ExitContext.NONE;

    Openings(String symbol, Settings settings) {
        this.symbol = symbol;
        this.settings = settings;
    }

    void become(Instrument known, ExitContext told) {
        instrument = known;
        context = told;
    }

    /** Opens a trade with {@code fill}, on line {@code line} of the input, after the newest mark {@code mark}. */
    Optional<RecordedTrade> open(Fill fill, int line, Optional<Mark> mark) {
        return settings.hooks().opens().test(line) ? Optional.of(opened(fill, line, mark)) : Optional.empty();
    }

    RecordedTrade opened(Fill fill, int line, Optional<Mark> mark) {
        Side side = fill.side() == OrderSide.BUY ? Side.LONG : Side.SHORT;
        double defaultDistance =
                settings.baseline().policy().stop().defaultPct().doubleValue();
        OpenedPosition opened = new OpenedPosition(fill, side, instrument, mark, settings.costs(), defaultDistance);
        List<TradeRun> runs = new ArrayList<>();
        for (NamedPolicy policy : settings.policies()) {
            runs.add(ruled(policy.policy(), opened, runs.isEmpty()));
        }
        RuledTrade baseline = (RuledTrade) runs.get(0);
        PlainTrade actual = new PlainTrade(opened, baseline.distance(), false);
        runs.add(actual);
        runs.add(new PlainTrade(opened, baseline.distance(), true));
        runs.add(new PlainTrade(opened, baseline.distance(), false));
        Opening opening = new Opening(
                line,
                symbol,
                fill.positionSide(),
                side,
                fill.fillId().orElse("line " + line),
                fill.time(),
                opened.entry(),
                opened.quantity(),
                opened.riskAt(baseline.distance()));
        OpeningWatch watch = new OpeningWatch(opened, opening, runs, settings.horizonMs());
        return new RecordedTrade(baseline, actual, watch, settings.strategyFills());
    }

    private RuledTrade ruled(Policy policy, OpenedPosition opened, boolean isBaseline) {
        boolean keepsStops = isBaseline || settings.hooks().finished().isPresent();
        TradeLog log = new TradeLog(opened.side(), opened.fill().price(), keepsStops);
        return new RuledTrade(opened, log, position -> engine(policy, position, log));
    }

    private PolicyEngine engine(Policy policy, OpenedPosition opened, TradeLog log) {
        RuleRun rules = settings.hooks().rules().of(symbol, policy, instrument, context);
        return new PolicyEngine(rules, opened, policy.stop().reports() == ReportsUse.ON, log);
    }
}
