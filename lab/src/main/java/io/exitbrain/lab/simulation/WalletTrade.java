package io.exitbrain.lab.simulation;

import io.exitbrain.lab.costs.Funding;
import io.exitbrain.lab.exchange.OpenedPosition;
import io.exitbrain.lab.exchange.Wallet;
import io.exitbrain.lab.trade.Ending;
import io.exitbrain.lab.trade.Ending.Exit;
import io.exitbrain.lab.trade.Money;

/** The money and the ending of a trade, whatever closes it. */
abstract class WalletTrade implements TradeRun {

    private final OpenedPosition opened;
    private final double distance;
    private final Wallet wallet;
    private Ending ending = new Ending(Exit.OPEN, 0, 0);

    /** {@code distance} is the stop distance as a ratio of the entry. */
    WalletTrade(OpenedPosition opened, double distance) {
        this.opened = opened;
        this.distance = distance;
        this.wallet = opened.wallet();
        wallet.open(opened.quantity(), opened.entry());
    }

    final OpenedPosition opened() {
        return opened;
    }

    final Wallet wallet() {
        return wallet;
    }

    /** The stop distance as a ratio of the entry. */
    final double distance() {
        return distance;
    }

    /** Nothing is open any more, because of {@code cause}. */
    final void ended(Exit cause, long time, double price) {
        ending = new Ending(cause, time, price);
    }

    /** Something is open again. */
    final void opensAgain() {
        ending = new Ending(Exit.OPEN, 0, 0);
    }

    @Override
    public final boolean isOpen() {
        return ending.isCensored();
    }

    @Override
    public final Ending ending(double price, long time) {
        return isOpen() ? new Ending(Exit.OPEN, time, price) : ending;
    }

    @Override
    public final void fund(Funding.Payment payment, double price) {
        wallet.fund(payment.rate(), price);
    }

    @Override
    public final Money money(double price) {
        return wallet.at(price, opened.riskAt(distance));
    }
}
