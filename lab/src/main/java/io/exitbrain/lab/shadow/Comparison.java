package io.exitbrain.lab.shadow;

import io.exitbrain.domain.value.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The plans of the live engine beside those of the shadow engine. The id of a plan is the same in both, because it is made of the event
 * that opened the position. Both are compared up to the newest command of the one that is behind.
 */
final class Comparison {

    private static final String NOTHING = "-";

    private final long untilMs;
    private final List<Difference> differences = new ArrayList<>();
    private int pairs;

    private Comparison(long untilMs) {
        this.untilMs = untilMs;
    }

    static Comparison of(Runs live, Runs shadow) {
        Comparison comparison = new Comparison(Math.min(live.newestMs(), shadow.newestMs()));
        comparison.compare(live.until(comparison.untilMs), shadow.until(comparison.untilMs));
        return comparison;
    }

    private void compare(Runs.ByPlan live, Runs.ByPlan shadow) {
        for (PlanRun run : live.all()) {
            shadow.of(run.planId()).ifPresentOrElse(other -> pair(run, other), () -> alone(Kind.ONLY_LIVE, run));
        }
        shadow.all().stream()
                .filter(run -> live.of(run.planId()).isEmpty())
                .forEach(run -> alone(Kind.ONLY_SHADOW, run));
    }

    /** A plan whose first command is older than the record says nothing. */
    private void alone(Kind kind, PlanRun run) {
        if (run.isWhole()) {
            boolean isLive = kind == Kind.ONLY_LIVE;
            add(kind, run, isLive ? "plan" : NOTHING, isLive ? NOTHING : "plan", run.place());
        }
    }

    private void pair(PlanRun live, PlanRun shadow) {
        pairs++;
        if (live.isWhole() && shadow.isWhole() && !isSame(live.firstStop(), shadow.firstStop())) {
            add(Kind.FIRST_STOP, live, text(live.firstStop()), text(shadow.firstStop()), shadow.place());
        }
        if (live.moves() != shadow.moves()) {
            add(Kind.MOVES, live, "" + live.moves(), "" + shadow.moves(), shadow.place());
        }
        exits(live, shadow);
    }

    private void exits(PlanRun live, PlanRun shadow) {
        if (!live.exit().equals(shadow.exit())) {
            Kind kind = live.exit().isEmpty()
                    ? Kind.ONLY_SHADOW_EXITS
                    : shadow.exit().isEmpty() ? Kind.ONLY_LIVE_EXITS : Kind.EXIT_REASON;
            String place = kind == Kind.ONLY_LIVE_EXITS ? live.exitPlace() : shadow.exitPlace();
            add(kind, live, reason(live.exit()), reason(shadow.exit()), place);
        }
    }

    private static boolean isSame(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.isPresent() == other.isPresent()
                && (one.isEmpty() || one.get().compareTo(other.orElseThrow()) == 0);
    }

    private static String text(Optional<BigDecimal> price) {
        return price.map(BigDecimal::toPlainString).orElse(NOTHING);
    }

    private static String reason(Optional<Reason> reason) {
        return reason.map(Enum::name).orElse(NOTHING);
    }

    private void add(Kind kind, PlanRun run, String live, String shadow, String place) {
        differences.add(new Difference(kind, run.symbol(), run.planId(), live, shadow, place));
    }

    /** The end of the compared time, epoch milliseconds; 0 if one of the engines has no command. */
    long untilMs() {
        return untilMs;
    }

    /** How many plans both engines have. */
    int pairs() {
        return pairs;
    }

    /** The differences of each kind that occurs, in the order of the record. */
    Map<Kind, List<Difference>> byKind() {
        Map<Kind, List<Difference>> byKind = new EnumMap<>(Kind.class);
        differences.forEach(difference -> byKind.computeIfAbsent(difference.kind(), kind -> new ArrayList<>())
                .add(difference));
        return byKind;
    }
}
