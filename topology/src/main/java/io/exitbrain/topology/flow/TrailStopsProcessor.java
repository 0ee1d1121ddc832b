package io.exitbrain.topology.flow;

import io.exitbrain.domain.input.ClockTick;
import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.domain.rules.ExitRules;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.state.SymbolEntry;
import io.exitbrain.topology.vitals.TaskVitals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Applies the rules to prices, which trigger and move stops. Once a second it also applies the rules that depend on time to every open
 * position of the task, because silent markets have no records. Then it counts the positions.
 */
public final class TrailStopsProcessor implements Processor<@Nullable String, ParsedRecord<MarkPrice>, String, Object> {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final FlowContext flow;
    private final DecideProcessor<MarkPrice> prices;
    private ProcessorContext<String, Object> context;

    public TrailStopsProcessor(FlowContext flow, String storeName) {
        this.flow = flow;
        this.prices = new DecideProcessor<>(flow, storeName, ExitRules::onPrice);
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        prices.init(context);
        context.schedule(PERIOD, PunctuationType.WALL_CLOCK_TIME, this::tick);
    }

    @Override
    public void process(Record<@Nullable String, ParsedRecord<MarkPrice>> record) {
        prices.process(record);
    }

    private void tick(long nowMs) {
        TaskVitals total = TaskVitals.NONE;
        List<String> kept = new ArrayList<>();
        for (SymbolEntry symbol : prices.states().all(nowMs)) {
            TaskVitals vitals = tick(symbol, symbol.clockMs(nowMs));
            total = total.plus(vitals);
            if (symbol.isAway() && vitals.openPositions() > 0) {
                kept.add(symbol.symbol());
            }
        }
        flow.vitals().counted(context.taskId().toString(), total, nowMs);
        flow.vitals().reroutes().kept(context.taskId().toString(), kept);
    }

    private TaskVitals tick(SymbolEntry symbol, long clockMs) {
        TaskVitals vitals = symbol.vitals(clockMs);
        if (vitals.openPositions() == 0 || symbol.isQuietAt(clockMs)) {
            return vitals;
        }
        return prices.decider()
                .decide(symbol, new ClockTick(), List.of(), ExitRules::onClock, clockMs, context.currentSystemTimeMs())
                .vitals(clockMs);
    }

    @Override
    public void close() {
        prices.close();
        flow.vitals().gone(context.taskId().toString());
        flow.vitals().reroutes().kept(context.taskId().toString(), List.of());
    }
}
