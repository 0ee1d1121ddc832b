package io.exitbrain.lab.exchange;

import io.exitbrain.domain.value.Side;
import io.exitbrain.lab.costs.Costs;
import io.exitbrain.lab.trade.Money;

/**
 * What a trade has earned and paid so far. A fill moves the open quantity at a price before slippage; what slippage takes counts as a
 * cost, so that each cost shows on its own. For one trade under one policy.
 */
public final class Wallet {

    private static final double RESIDUE = 1e-12;

    private final double sign;
    private final double unit;
    private final Costs costs;
    private double quantity;
    private double opened;
    private double cash;
    private double fees;
    private double slippage;
    private double funding;

    /** How a fill reached the market. */
    public enum Liquidity {
        /** A fill of the recording: its price is what was paid. */
        RECORDED,
        /** A LIMIT leg. */
        MAKER,
        /** A market order. */
        MARKET,
        /** A stop that fired. */
        STOP
    }

    /** {@code unit} is the value in quote currency of one unit of quantity for one unit of price. */
    public Wallet(Side side, double unit, Costs costs) {
        this.sign = side == Side.LONG ? 1 : -1;
        this.unit = unit;
        this.costs = costs;
    }

    public void open(double amount, double price) {
        quantity += amount;
        opened += amount;
        cash -= sign * unit * amount * price;
        fees += costs.takerFee() * unit * amount * price;
    }

    public void close(double amount, double price, Liquidity liquidity) {
        double value = unit * amount * price;
        quantity -= amount;
        // What is left of rounding is nothing, or later prices would change a closed trade.
        quantity = Math.abs(quantity) <= RESIDUE * opened ? 0 : quantity;
        cash += sign * value;
        fees += value * (liquidity == Liquidity.MAKER ? costs.makerFee() : costs.takerFee());
        slippage += value
                * switch (liquidity) {
                    case RECORDED, MAKER -> 0;
                    case MARKET -> costs.marketSlippage();
                    case STOP -> costs.stopSlippage();
                };
    }

    /** Pays funding at {@code rate} on what is open at {@code price}. */
    public void fund(double rate, double price) {
        funding += sign * rate * unit * quantity * price;
    }

    /** The money if what is still open is worth {@code price}. */
    public Money at(double price, double ownRisk) {
        return new Money(cash + sign * unit * quantity * price, fees, slippage, funding, ownRisk);
    }
}
