package io.exitbrain.domain.rules;

import io.exitbrain.domain.decision.Step;
import io.exitbrain.domain.input.ClockTick;
import io.exitbrain.domain.input.ExecutionReport;
import io.exitbrain.domain.input.Fill;
import io.exitbrain.domain.input.Input;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.domain.input.PositionUpdate;
import io.exitbrain.domain.plan.SymbolState;
import java.util.List;
import java.util.Map;

/** Applies the rules to an input of any kind. The flow knows the kind by the topic; the tests know it by the class. */
final class AnyInput {

    private static final Map<Class<? extends Input>, Rules> RULES = Map.of(
            Fill.class, (state, input, context) -> ExitRules.onFill(state, (Fill) input, List.of(), context),
            PositionUpdate.class,
                    (state, input, context) -> ExitRules.onPositions(state, (PositionUpdate) input, List.of(), context),
            MarkPrice.class, (state, input, context) -> ExitRules.onPrice(state, (MarkPrice) input, List.of(), context),
            ExecutionReport.class,
                    (state, input, context) -> ExitRules.onReport(state, (ExecutionReport) input, List.of(), context),
            ClockTick.class,
                    (state, input, context) -> ExitRules.onClock(state, (ClockTick) input, List.of(), context));

    private AnyInput() {}

    @FunctionalInterface
    private interface Rules {
        Step decide(SymbolState state, Input input, DecisionContext context);
    }

    static Step decide(SymbolState state, Input input, DecisionContext context) {
        return RULES.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(input))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rules for " + input))
                .getValue()
                .decide(state, input, context);
    }
}
