package io.exitbrain.domain.input;

import io.exitbrain.domain.value.Regime;
import io.exitbrain.domain.value.RiskMode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the planner may know beyond the position: fill hints, a symbol's {@code exit-context} and the account's (key {@code *}) have
 * this one shape. Ratios are fractions of price. An absent field is empty.
 */
public record ExitContext(
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
    public static final ExitContext NONE = new ExitContext(
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
    public ExitContext over(ExitContext fallback) {
        if (fallback.equals(NONE)) {
            return this;
        }
        return new ExitContext(
                either(fallback, ExitContext::riskMode),
                either(fallback, ExitContext::maxLossPct),
                either(fallback, ExitContext::volatility),
                either(fallback, ExitContext::trend),
                either(fallback, ExitContext::regime),
                either(fallback, ExitContext::tpPct),
                either(fallback, ExitContext::slPct),
                either(fallback, ExitContext::trailPct),
                either(fallback, ExitContext::confidence),
                either(fallback, ExitContext::strategyId),
                either(fallback, ExitContext::leverage));
    }

    private <T> Optional<T> either(ExitContext fallback, Function<ExitContext, Optional<T>> field) {
        Optional<T> own = field.apply(this);
        return own.isPresent() ? own : field.apply(fallback);
    }

    public boolean isEmergency() {
        return riskMode.filter(mode -> mode == RiskMode.ESS_ACTIVE).isPresent();
    }
}
