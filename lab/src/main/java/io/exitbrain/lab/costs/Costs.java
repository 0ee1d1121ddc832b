package io.exitbrain.lab.costs;

import io.exitbrain.domain.value.Require;
import java.math.BigDecimal;

/**
 * What a fill costs. Rates are in basis points of the filled value (1 bp = 0.0001). There is no silent zero: without a file the built-in
 * rates count, and a report shows them.
 *
 * @param takerBps fee of a fill that takes liquidity
 * @param makerBps fee of a LIMIT leg; negative for a rebate
 * @param spreadBps the spread; a fill that takes liquidity pays half of it
 * @param slippageBps slippage of a market order
 * @param stopSlippageBps slippage of a stop
 * @param latencyMs time from a command to its order at the exchange, milliseconds
 */
public record Costs(
        BigDecimal takerBps,
        BigDecimal makerBps,
        BigDecimal spreadBps,
        BigDecimal slippageBps,
        BigDecimal stopSlippageBps,
        long latencyMs) {

    /** The rates without a file. The fees are those of a large exchange for perpetual futures at its lowest level. */
    public static final Costs DEFAULT = new Costs(
            new BigDecimal("5"),
            new BigDecimal("2"),
            new BigDecimal("1"),
            new BigDecimal("2"),
            new BigDecimal("5"),
            250);

    private static final double BASIS_POINT = 1e-4;

    public Costs {
        Require.notNegative("taker-bps", takerBps);
        Require.notNegative("spread-bps", spreadBps);
        Require.notNegative("slippage-bps", slippageBps);
        Require.notNegative("stop-slippage-bps", stopSlippageBps);
        Require.that(latencyMs >= 0, "latency must be >= 0, was %s ms", latencyMs);
    }

    /** The taker fee as a share of the value. */
    public double takerFee() {
        return ratio(takerBps);
    }

    /** The maker fee as a share of the value. */
    public double makerFee() {
        return ratio(makerBps);
    }

    /** By how much a market order fills worse than the mark, as a share of it. */
    public double marketSlippage() {
        return ratio(spreadBps) / 2 + ratio(slippageBps);
    }

    /** By how much a stop fills worse than its price, or than the mark if that is worse, as a share of it. */
    public double stopSlippage() {
        return ratio(spreadBps) / 2 + ratio(stopSlippageBps);
    }

    private static double ratio(BigDecimal bps) {
        return bps.doubleValue() * BASIS_POINT;
    }
}
