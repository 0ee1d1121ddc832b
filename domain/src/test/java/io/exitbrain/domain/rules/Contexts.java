package io.exitbrain.domain.rules;

import io.exitbrain.domain.input.ExitContext;
import io.exitbrain.domain.value.Regime;
import io.exitbrain.domain.value.RiskMode;
import java.math.BigDecimal;
import java.util.Optional;

/** Contexts with one field, or one group of fields. */
final class Contexts {

    private Contexts() {}

    static ExitContext mode(RiskMode mode) {
        return new ExitContext(
                Optional.of(mode),
                none(),
                none(),
                none(),
                Optional.empty(),
                none(),
                none(),
                none(),
                none(),
                Optional.empty(),
                none());
    }

    static ExitContext regime(Regime regime) {
        return new ExitContext(
                Optional.empty(),
                none(),
                none(),
                none(),
                Optional.of(regime),
                none(),
                none(),
                none(),
                none(),
                Optional.empty(),
                none());
    }

    static ExitContext market(String volatility, String trend) {
        return new ExitContext(
                Optional.empty(),
                none(),
                some(volatility),
                some(trend),
                Optional.empty(),
                none(),
                none(),
                none(),
                none(),
                Optional.empty(),
                none());
    }

    /** The hints of a model; an empty text means an absent field. */
    static ExitContext hints(String tpPct, String slPct, String trailPct, String confidence) {
        return new ExitContext(
                Optional.empty(),
                none(),
                none(),
                none(),
                Optional.empty(),
                some(tpPct),
                some(slPct),
                some(trailPct),
                some(confidence),
                Optional.empty(),
                none());
    }

    static ExitContext maxLoss(String maxLossPct) {
        return new ExitContext(
                Optional.empty(),
                some(maxLossPct),
                none(),
                none(),
                Optional.empty(),
                none(),
                none(),
                none(),
                none(),
                Optional.empty(),
                none());
    }

    static ExitContext strategy(String strategyId) {
        return new ExitContext(
                Optional.empty(),
                none(),
                none(),
                none(),
                Optional.empty(),
                none(),
                none(),
                none(),
                none(),
                Optional.of(strategyId),
                none());
    }

    static ExitContext leverage(String leverage) {
        return new ExitContext(
                Optional.empty(),
                none(),
                none(),
                none(),
                Optional.empty(),
                none(),
                none(),
                none(),
                none(),
                Optional.empty(),
                some(leverage));
    }

    private static Optional<BigDecimal> none() {
        return Optional.empty();
    }

    private static Optional<BigDecimal> some(String number) {
        return number.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(number));
    }
}
