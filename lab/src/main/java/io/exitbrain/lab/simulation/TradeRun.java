package io.exitbrain.lab.simulation;

import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.value.Mark;
import io.exitbrain.lab.costs.Funding;
import io.exitbrain.lab.trade.Activity;
import io.exitbrain.lab.trade.Ending;
import io.exitbrain.lab.trade.Money;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/** One trade under one policy, or under none, while its prices pass. For one thread. */
interface TradeRun {

    /** Whether something is open. */
    boolean isOpen();

    /** The mark price {@code unscaled} times 10^-{@code scale} at {@code time}, epoch milliseconds; no older than any before it. */
    void price(long unscaled, int scale, long time);

    /** A recorded fill adds to the position. If nothing is open, it opens one again; {@code mark} is the newest one before it. */
    void add(Fill fill, Optional<Mark> mark);

    /** The strategy closes {@code quantity} at {@code price}, or everything that is open. */
    void strategyExit(BigDecimal quantity, boolean isWhole, BigDecimal price, long time);

    /** Funding is paid at the mark {@code price}. */
    void fund(Funding.Payment payment, double price);

    /** How it ended; while it is open, at the mark {@code price}. */
    Ending ending(double price, long time);

    /** The money; what is open counts at the mark {@code price}. */
    Money money(double price);

    Activity activity();

    /** The best stop that was sent so far. */
    OptionalDouble bestStop();

    /** When a stop first secured a profit, epoch milliseconds; -1 if none did. */
    long lockedAt();
}
