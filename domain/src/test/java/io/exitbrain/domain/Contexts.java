package io.exitbrain.domain;

import java.math.BigDecimal;
import java.util.Optional;

/** Contexts with one field said. */
final class Contexts {

    private Contexts() {}

    static Context mode(RiskMode mode) {
        return new Context(
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

    static Context regime(Regime regime) {
        return new Context(
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

    static Context market(String volatility, String trend) {
        return new Context(
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

    /** What a model suggests; an empty text says nothing. */
    static Context hints(String tpPct, String slPct, String trailPct, String confidence) {
        return new Context(
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

    static Context maxLoss(String maxLossPct) {
        return new Context(
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

    static Context strategy(String strategyId) {
        return new Context(
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

    static Context leverage(String leverage) {
        return new Context(
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
