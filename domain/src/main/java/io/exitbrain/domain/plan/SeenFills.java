package io.exitbrain.domain.plan;

import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.value.OrderSide;
import io.exitbrain.domain.value.PositionSide;
import io.exitbrain.domain.value.Require;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The identities of a symbol's newest fills, oldest first: what makes a duplicate a no-op. */
public record SeenFills(List<SeenFill> fills) {

    /** Only this many fills are kept. */
    public static final int MAX_FILLS = 256;

    public static final SeenFills NONE = new SeenFills(List.of());

    public SeenFills {
        Require.that(fills.size() <= MAX_FILLS, "at most %s fills are kept, were %s", MAX_FILLS, fills.size());
        fills = List.copyOf(fills);
    }

    /** How a fill relates to the fills that were seen. */
    public enum Verdict {
        NEW,
        /** The same execution again. */
        SEEN,
        /** The identity was seen with another price or quantity. */
        CONTRADICTORY
    }

    /**
     * A fill that was seen.
     *
     * @param details empty where a state of version 1 kept the id alone
     */
    public record SeenFill(String id, Optional<Details> details) {

        private boolean isOf(Fill fill, String fillId) {
            return id.equals(fillId) && details.map(known -> known.isOf(fill)).orElse(true);
        }

        private boolean contradicts(Fill fill) {
            return details.filter(known -> known.price().compareTo(fill.price()) != 0
                            || known.quantity().compareTo(fill.quantity()) != 0)
                    .isPresent();
        }
    }

    /** What identifies an execution beside its id; {@code time} in epoch milliseconds. */
    public record Details(
            OrderSide side,
            PositionSide positionSide,
            Optional<String> orderId,
            BigDecimal price,
            BigDecimal quantity,
            long time) {

        private static Details of(Fill fill) {
            return new Details(
                    fill.side(), fill.positionSide(), fill.orderId(), fill.price(), fill.quantity(), fill.time());
        }

        // a trade with oneself has one id and two sides; one trade may fill two of our orders
        private boolean isOf(Fill fill) {
            boolean areTwoOrders = orderId.isPresent() && fill.orderId().isPresent() && !orderId.equals(fill.orderId());
            return side == fill.side() && positionSide == fill.positionSide() && !areTwoOrders;
        }
    }

    /** A fill without an id is always new. If the list is full, a fill older than all of the list counts as seen. */
    public Verdict verdictOn(Fill fill) {
        if (fill.fillId().isEmpty()) {
            return Verdict.NEW;
        }
        Optional<SeenFill> same = fills.stream()
                .filter(seen -> seen.isOf(fill, fill.fillId().get()))
                .findFirst();
        if (same.isPresent()) {
            return same.get().contradicts(fill) ? Verdict.CONTRADICTORY : Verdict.SEEN;
        }
        return fills.size() == MAX_FILLS && isOlderThanAll(fill) ? Verdict.SEEN : Verdict.NEW;
    }

    private boolean isOlderThanAll(Fill fill) {
        return fills.stream()
                .allMatch(seen -> seen.details()
                        .filter(known -> fill.time() < known.time())
                        .isPresent());
    }

    /** With {@code fill}, if it has an id. */
    public SeenFills plus(Fill fill) {
        if (fill.fillId().isEmpty()) {
            return this;
        }
        List<SeenFill> newest = new ArrayList<>(fills.subList(Math.max(0, fills.size() + 1 - MAX_FILLS), fills.size()));
        newest.add(new SeenFill(fill.fillId().get(), Optional.of(Details.of(fill))));
        return new SeenFills(newest);
    }
}
