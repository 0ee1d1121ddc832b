package io.exitbrain.domain;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the planner may know beyond the position: fill hints, a symbol's {@code exit-context} and the account's (key {@code *}) have
 * this one shape. Ratios are fractions of price. An absent field is empty.
 */
public record Context(
        Optional<RiskMode> riskMode,
        Optional<BigDecimal> maxLossPct,
        Optional<BigDecimal> volatility,
        Optional<BigDecimal> trend,
        Optional<Regime> regime,
        Optional<BigDecimal> tpPct,
        Optional<BigDecimal> slPct,
        Optional<BigDecimal> trailPct,
        Optional<BigDecimal> confidence,
        Optional<String> strategyId,
        Optional<BigDecimal> leverage) {

    /** Nothing known. */
    public static final Context NONE = new Context(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** This context, and {@code fallback} field by field where this one says nothing. */
    public Context over(Context fallback) {
        if (fallback.equals(NONE)) {
            return this;
        }
        return new Context(
                either(fallback, Context::riskMode),
                either(fallback, Context::maxLossPct),
                either(fallback, Context::volatility),
                either(fallback, Context::trend),
                either(fallback, Context::regime),
                either(fallback, Context::tpPct),
                either(fallback, Context::slPct),
                either(fallback, Context::trailPct),
                either(fallback, Context::confidence),
                either(fallback, Context::strategyId),
                either(fallback, Context::leverage));
    }

    private <T> Optional<T> either(Context fallback, Function<Context, Optional<T>> field) {
        Optional<T> own = field.apply(this);
        return own.isPresent() ? own : field.apply(fallback);
    }

    boolean isEmergency() {
        return riskMode.filter(mode -> mode == RiskMode.ESS_ACTIVE).isPresent();
    }
}
