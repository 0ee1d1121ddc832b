package io.exitbrain.topology.flow;

import io.exitbrain.domain.decision.ExitEvent;
import io.exitbrain.domain.decision.ExitPlan;
import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.plan.Origin;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the decisions for traders: plans at INFO, refusals at WARN, unprotected positions at ERROR. Prices are never logged. */
final class DecisionLog {

    private static final Logger log = LoggerFactory.getLogger(DecisionLog.class);

    private DecisionLog() {}

    static void log(ExitEvent event, Step step) {
        switch (event.event()) {
            case PLANNED -> plan(event, step).ifPresent(plan -> log.info("{}", created(plan, event)));
            case CLOSED, TRIGGERED, PROTECTED -> log.info("{}", describe(event));
            case REFUSED, REJECTED, DUST -> log.warn("{}", describe(event));
            case UNPROTECTED -> log.error("{}", describe(event));
            case REVISED, STOP_MOVED, ARMED, CONFIRMED, OUTDATED -> debug(event);
        }
    }

    // These events are so frequent that the text is built only if DEBUG is on.
    private static void debug(ExitEvent event) {
        log.atDebug().setMessage(() -> describe(event)).log();
    }

    private static String created(ExitPlan plan, ExitEvent event) {
        String verb = plan.origin() == Origin.ORPHAN ? "Backfilled" : "Created";
        return "%s: %s exit plan with %d legs (strategy=%s)%s"
                .formatted(
                        plan.key(),
                        verb,
                        plan.legs().size(),
                        plan.strategy(),
                        event.detail().map(detail -> ", " + detail).orElse(""));
    }

    private static Optional<ExitPlan> plan(ExitEvent event, Step step) {
        return step.plans().stream()
                .flatMap(change -> change.plan().stream())
                .filter(plan -> event.planId().filter(plan.planId()::equals).isPresent())
                .findFirst();
    }

    private static String describe(ExitEvent event) {
        return "%s: %s%s%s"
                .formatted(
                        ExitPlan.key(event.symbol(), event.positionSide()),
                        event.event(),
                        event.reason().map(reason -> " " + reason).orElse(""),
                        event.detail().map(detail -> " " + detail).orElse(""));
    }
}
