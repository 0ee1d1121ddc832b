package io.exitbrain.domain.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The take-profit legs of a plan, nearest first.
 * @param closed closed quantity that counts towards the legs since their last computation; includes filled legs
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
     * This ladder with new prices and quantities for its open legs. Prices come from {@code levels}. The unfilled fractions, including
     * the trail's share, divide {@code quantity}. The closed quantity is counted from here.
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
     * This ladder with prices from {@code levels} for its open legs, and their quantities on the lot step. Nothing is shared out again. A leg
     * of less than one step is merged into the next open leg.
     */
    public Ladder repriced(PriceLevels levels) {
        List<Leg> repriced = new ArrayList<>();
        Optional<Leg> small = Optional.empty();
        for (Leg leg : legs) {
            Leg whole = small.filter(before -> leg.isOpen()).map(leg::plus).orElse(leg);
            Leg floored = leg.isOpen() ? floored(whole, levels) : leg;
            boolean isSmall = leg.isOpen() && floored.quantity().signum() == 0;
            if (!isSmall) {
                repriced.add(floored);
            }
            small = isSmall ? Optional.of(whole) : leg.isOpen() ? Optional.empty() : small;
        }
        return new Ladder(repriced, closed);
    }

    private static Leg floored(Leg leg, PriceLevels levels) {
        return leg.with(levels.target(leg.target()), levels.instrument().floorQuantity(leg.quantity()));
    }

    /**
     * The ladder after {@code quantity} was closed. A leg is filled if the closed quantity covers all legs up to it and the market has
     * reached its price.
     */
    public Ladder afterClosing(BigDecimal quantity, Predicate<Leg> isReached) {
        BigDecimal counted = closed.add(quantity);
        BigDecimal upTo = BigDecimal.ZERO;
        List<Leg> after = new ArrayList<>();
        for (Leg leg : legs) {
            upTo = leg.status() == Leg.LegStatus.SKIPPED ? upTo : upTo.add(leg.quantity());
            boolean fills = leg.isOpen() && counted.compareTo(upTo) >= 0 && isReached.test(leg);
            after.add(fills ? leg.as(Leg.LegStatus.FILLED) : leg);
        }
        return new Ladder(after, counted);
    }

    /** Whether the closed quantity exceeds the filled legs while the next open leg's price was not reached: it belongs to no leg. */
    public boolean hasStrayClosing(Predicate<Leg> isReached) {
        boolean stray = closed.compareTo(filledQuantity(legs)) > 0;
        return stray && nextOpen().filter(isReached).isEmpty();
    }

    public Ladder skipping(Predicate<Leg> isReached) {
        return new Ladder(
                legs.stream()
                        .map(leg -> leg.isOpen() && isReached.test(leg) ? leg.as(Leg.LegStatus.SKIPPED) : leg)
                        .toList(),
                closed);
    }

    /** The worst stop that the filled legs permit: the entry after the first leg, after each later leg the price of the leg before it. */
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

    private BigDecimal sum(Predicate<Leg> filter, Function<Leg, BigDecimal> value) {
        return legs.stream().filter(filter).map(value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
