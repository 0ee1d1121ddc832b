package io.exitbrain.topology;

import io.exitbrain.domain.ClockTick;
import io.exitbrain.domain.MarkPrice;
import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Lets the prices that {@link LetQuietPass} did not let pass fire and move stops. And once a second lets the time that passed act on every
 * open position of the task: silent markets too.
 */
final class TrailStops extends Decide<byte[], MarkPrice> {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    TrailStops(Engine engine, Opening<byte[], MarkPrice> opening) {
        super(engine, opening);
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        context.schedule(PERIOD, PunctuationType.WALL_CLOCK_TIME, this::keepTime);
    }

    private void keepTime(long nowMs) {
        TaskVitals total = TaskVitals.NONE;
        for (Known symbol : states().all(nowMs, engine())) {
            long clockMs = symbol.clockMs(nowMs);
            TaskVitals vitals = symbol.vitals(clockMs);
            if (vitals.openPositions() > 0 && !symbol.isQuietAt(clockMs, engine())) {
                decide(symbol, new ClockTick(), clockMs);
                vitals = symbol.vitals(clockMs);
            }
            total = total.plus(vitals);
        }
        engine().vitals().counted(context().taskId().toString(), total);
    }

    @Override
    public void close() {
        super.close();
        engine().vitals().gone(context().taskId().toString());
    }
}
