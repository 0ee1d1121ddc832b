package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.RuleId;
import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.input.Snapshot;
import io.exitbrain.domain.plan.Account;
import io.exitbrain.domain.plan.AccountEntry;
import io.exitbrain.domain.plan.Position;
import io.exitbrain.domain.value.OrderSide;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Applies fills and snapshots to a position: rule 1. Each enters the account of the side. Where that moves the end of the account, the
 * position follows ({@link PositionMove}).
 *
 * @see <a href="../../../../../../../../docs/rules.md#1-positions">docs/rules.md, 1 Positions</a>
 */
final class PositionRules {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal SPLIT_TOLERANCE = new BigDecimal("0.01");

    private PositionRules() {}

    static void fill(SideDraft side, Fill fill) {
        Account account = side.state().account();
        if (account.isSettled(fill.time())) {
            RevisionRules.adopt(side, fill);
            learnLeverage(side, fill.leverage());
            return;
        }
        AccountEntry entry = AccountEntry.fill(fill.time(), signed(fill), fill.price(), fill.reduceOnly());
        BigDecimal excess = account.excessOf(entry, side.positionSide());
        side.put(side.state().with(account.with(entry, side.positionSide(), settleMs(side))));
        PositionMove.by(side, fill);
        learnLeverage(side, fill.leverage());
        if (excess.signum() > 0) {
            refuseExcess(side, fill, excess);
        }
    }

    private static BigDecimal signed(Fill fill) {
        return fill.side() == OrderSide.BUY ? fill.quantity() : fill.quantity().negate();
    }

    private static long settleMs(SideDraft side) {
        return side.context().policy().stop().settleMs();
    }

    private static void refuseExcess(SideDraft side, Fill fill, BigDecimal excess) {
        side.refuse(
                RuleId.IMPOSSIBLE_FILL,
                "%s %s %s%s cannot close %s: only %s were open"
                        .formatted(
                                fill.positionSide(),
                                fill.side(),
                                fill.quantity().toPlainString(),
                                fill.reduceOnly() ? " reduceOnly" : "",
                                excess.toPlainString(),
                                fill.quantity().subtract(excess).toPlainString()));
    }

    static void snapshot(SideDraft side, Snapshot snapshot) {
        if (isSplit(side, snapshot)) {
            PositionMove.rescaled(side, snapshot);
            return;
        }
        Account.RowResult row = side.state()
                .account()
                .row(
                        snapshot.amount(),
                        snapshot.entryPrice(),
                        snapshot.time(),
                        snapshot.recordTime(),
                        side.positionSide(),
                        settleMs(side));
        side.put(side.state().with(row.account()));
        follow(side, snapshot, row.verdict());
    }

    private static void follow(SideDraft side, Snapshot snapshot, Account.Verdict verdict) {
        switch (verdict) {
            case IGNORED -> side.symbol().ignored(Step.Ignored.STALE_ROW);
            case HELD -> {}
            case SAID -> confirmed(side, snapshot);
            case STANDS -> {
                PositionMove.by(side, snapshot);
                side.told(snapshot.liquidationPrice());
            }
        }
    }

    /** The account says the same. If it is the present position, the row may correct the entry and tell the liquidation price. */
    private static void confirmed(SideDraft side, Snapshot snapshot) {
        if (side.state().isOpen()
                && Account.isSame(snapshot.amount(), side.position().signed())) {
            snapshot.entryPrice()
                    .filter(entry -> !side.context().isSameEntry(side.position(), entry))
                    .ifPresent(entry -> corrected(side, entry));
            side.told(snapshot.liquidationPrice());
        }
    }

    private static void corrected(SideDraft side, BigDecimal entry) {
        side.put(side.state().with(side.state().account().corrected(entry)));
        RevisionRules.entryChanged(side, side.position().withEntry(entry));
    }

    private static void learnLeverage(SideDraft side, Optional<BigDecimal> leverage) {
        if (side.state().isOpen()) {
            LeverageRules.learn(side, leverage);
        }
    }

    /** Whether the row has the same value on another scale, and no fill explains it: a split or a redenomination. */
    private static boolean isSplit(SideDraft side, Snapshot snapshot) {
        Position known = side.position();
        if (!known.isOpen()
                || snapshot.isFlat()
                || snapshot.side() != known.side()
                || known.entry().isEmpty()
                || snapshot.entryPrice().isEmpty()) {
            return false;
        }
        long time = snapshot.time();
        return isSameValue(known.quantity().multiply(known.entry().get()), snapshot)
                && isAnotherScale(known.quantity(), snapshot.quantity())
                && !side.state().account().hasFillIn(time - settleMs(side), time + Account.PUSH_DELAY_MS);
    }

    private static boolean isSameValue(BigDecimal before, Snapshot snapshot) {
        BigDecimal now = snapshot.quantity().multiply(snapshot.entryPrice().orElseThrow());
        return before.subtract(now).abs().compareTo(before.multiply(SPLIT_TOLERANCE)) <= 0;
    }

    private static boolean isAnotherScale(BigDecimal a, BigDecimal b) {
        return a.compareTo(b.multiply(TWO)) >= 0 || b.compareTo(a.multiply(TWO)) >= 0;
    }

    /** Shrinks the legs {@code settle} after a row reduced the position, if no fill has explained the reduction. */
    static void applyAwaitedOnceDue(SideDraft side) {
        side.state()
                .awaited()
                .filter(closing -> side.now() - closing.since() >= settleMs(side))
                .ifPresent(closing -> {
                    side.put(side.state().awaiting(Optional.empty()));
                    RevisionRules.closed(side, closing.quantity(), Optional.empty());
                });
    }
}
