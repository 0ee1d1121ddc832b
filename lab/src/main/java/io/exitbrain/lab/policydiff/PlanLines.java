package io.exitbrain.lab.policydiff;

import io.exitbrain.domain.decision.ExitPlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What two plans of a position say of stop, legs and trail. */
final class PlanLines {

    private static final String NONE = "none";

    private PlanLines() {}

    /** One line for each part, {@code stop ... -> ...}; a part that is equal has no arrow. */
    static List<String> between(ExitPlan living, ExitPlan fresh) {
        List<String> lines = new ArrayList<>();
        lines.add(line("profile", living.profile(), fresh.profile()));
        lines.add(line("stop", stop(living), stop(fresh)));
        int legs = Math.max(living.legs().size(), fresh.legs().size());
        for (int i = 0; i < legs; i++) {
            lines.add(line("leg " + (i + 1), leg(living, i), leg(fresh, i)));
        }
        lines.add(line("trail", trail(living.trailing()), trail(fresh.trailing())));
        return lines;
    }

    private static String line(String part, String living, String fresh) {
        return living.equals(fresh)
                ? "%-8s %s".formatted(part, living)
                : "%-8s %s -> %s".formatted(part, living, fresh);
    }

    private static String stop(ExitPlan plan) {
        return plan.stopLoss().price().map(Settings::text).orElse(NONE) + " (distance "
                + Settings.text(plan.stopLoss().distancePct()) + ")";
    }

    private static String leg(ExitPlan plan, int index) {
        if (index >= plan.legs().size()) {
            return NONE;
        }
        ExitPlan.LegView leg = plan.legs().get(index);
        return "%s at %s".formatted(Settings.text(leg.quantity()), Settings.text(leg.price()));
    }

    private static String trail(ExitPlan.TrailView trail) {
        if (!trail.enabled()) {
            return NONE;
        }
        String from = trail.activationPrice().map(Settings::text).orElse("the start");
        return "callback %s from %s"
                        .formatted(callback(trail.callbackPct(), trail.callbackPrice(), trail.callbackTicks()), from)
                + tightening(trail);
    }

    private static String tightening(ExitPlan.TrailView trail) {
        StringBuilder text = new StringBuilder();
        for (ExitPlan.TighteningView step : trail.tightening()) {
            String at = step.atR()
                    .map(multiple -> Settings.text(multiple) + " R")
                    .or(() -> step.atPct().map(Settings::text))
                    .orElse(NONE);
            text.append(", ")
                    .append(callback(step.callbackPct(), step.callbackPrice(), step.callbackTicks()))
                    .append(" from ")
                    .append(at);
        }
        return text.toString();
    }

    private static String callback(Optional<BigDecimal> ratio, Optional<BigDecimal> price, Optional<BigDecimal> ticks) {
        return ratio.map(Settings::text)
                .or(() -> price.map(distance -> "of " + Settings.text(distance) + " in price"))
                .or(() -> ticks.map(count -> "of " + Settings.text(count) + " ticks"))
                .orElse(NONE);
    }
}
