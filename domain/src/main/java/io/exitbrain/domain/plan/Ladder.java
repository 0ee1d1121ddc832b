package io.exitbrain.domain.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The take-profit legs of a plan, nearest first.
 *
 * @param closed quantity closed that counts towards the legs since they were last computed, filled legs included
 */
public record Ladder(List<Leg> legs, BigDecimal closed) {

    public static final Ladder NONE = new Ladder(List.of(), BigDecimal.ZERO);

    public Ladder {
        legs = List.copyOf(legs);
    }

    /** The ladder of a new plan over its initial quantity. */
    public static Ladder over(List<Leg> legs, BigDecimal quantity, PriceLevels levels) {
        List<Leg> shared = new LegShares(quantity, BigDecimal.ONE, levels).among(legs);
        List<Leg> numbered = new ArrayList<>();
        shared.forEach(leg -> numbered.add(leg.numbered(numbered.size() + 1)));
        return new Ladder(numbered, BigDecimal.ZERO);
    }

    /**
     * The open legs re-priced from {@code levels} and sharing {@code quantity} by the fractions not yet filled, the trail's share
     * included; what is closed counts from here.
     */
    public Ladder resharedOver(BigDecimal quantity, PriceLevels levels) {
        BigDecimal unfilled = BigDecimal.ONE.subtract(sum(Leg::isFilled, Leg::fraction));
        List<Leg> reshared =
                new ArrayList<>(legs.stream().filter(leg -> !leg.isOpen()).toList());
        reshared.addAll(new LegShares(quantity, unfilled, levels)
                .among(legs.stream().filter(Leg::isOpen).toList()));
        reshared.sort((a, b) -> Integer.compare(a.index(), b.index()));
        return new Ladder(reshared, filledQuantity(reshared));
    }

    /**
     * The ladder after {@code quantity} was closed: a leg is filled when what was closed reaches the legs up to it and the market has
     * reached its price.
     */
    public Ladder afterClosing(BigDecimal quantity, Predicate<Leg> isReached) {
        BigDecimal counted = closed.add(quantity);
        BigDecimal upTo = BigDecimal.ZERO;
        List<Leg> after = new ArrayList<>();
        for (Leg leg : legs) {
            upTo = leg.status() == Leg.Status.SKIPPED ? upTo : upTo.add(leg.quantity());
            boolean fills = leg.isOpen() && counted.compareTo(upTo) >= 0 && isReached.test(leg);
            after.add(fills ? leg.as(Leg.Status.FILLED) : leg);
        }
        return new Ladder(after, counted);
    }

    /** Whether more was closed than the filled legs account for and the next open leg's price was not reached: nobody's leg. */
    public boolean hasStrayClosing(Predicate<Leg> isReached) {
        boolean stray = closed.compareTo(filledQuantity(legs)) > 0;
        return stray && nextOpen().filter(isReached).isEmpty();
    }

    public Ladder skipping(Predicate<Leg> isReached) {
        return new Ladder(
                legs.stream()
                        .map(leg -> leg.isOpen() && isReached.test(leg) ? leg.as(Leg.Status.SKIPPED) : leg)
                        .toList(),
                closed);
    }

    /** Where the filled legs allow the stop at least: the entry after the first leg, then each time the leg before the filled one. */
    public Optional<BigDecimal> breakEven(BigDecimal entry) {
        for (int i = legs.size() - 1; i >= 0; i--) {
            if (legs.get(i).isFilled()) {
                return Optional.of(i == 0 ? entry : legs.get(i - 1).price());
            }
        }
        return Optional.empty();
    }

    public long countFilled() {
        return legs.stream().filter(Leg::isFilled).count();
    }

    private Optional<Leg> nextOpen() {
        return legs.stream().filter(Leg::isOpen).findFirst();
    }

    private static BigDecimal filledQuantity(List<Leg> legs) {
        return new Ladder(legs, BigDecimal.ZERO).sum(Leg::isFilled, Leg::quantity);
    }

    private BigDecimal sum(Predicate<Leg> which, java.util.function.Function<Leg, BigDecimal> what) {
        return legs.stream().filter(which).map(what).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
