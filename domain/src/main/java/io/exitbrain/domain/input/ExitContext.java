package io.exitbrain.domain.input;

import io.exitbrain.domain.value.Regime;
import io.exitbrain.domain.value.RiskMode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/**
 * Planning inputs beside the position. The hints of a fill, the {@code exit-context} of a symbol and that of the account (key
 * {@code *}) all have this shape. Ratios are fractions of price. An absent field is empty.
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

    /** A context without any field. */
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

    /** This context, with each absent field taken from {@code fallback}. */
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
