package io.exitbrain.demo.exchange;

import java.util.function.LongSupplier;

/** Has a paper exchange execute what the engine decides. Not thread-safe. */
public final class CommandExecutor implements EngineListener {

    private final PaperExchange exchange;
    private final LongSupplier clock;

    /** {@code clock} is that of the exchange, epoch milliseconds. */
    public CommandExecutor(PaperExchange exchange, LongSupplier clock) {
        this.exchange = exchange;
        this.clock = clock;
    }

    @Override
    public void onPlan(ReceivedPlan plan) {
        exchange.plan(plan);
    }

    @Override
    public void onPlanClosed(String slot) {
        exchange.dropPlan(slot);
    }

    @Override
    public void onCommand(ReceivedCommand command) {
        exchange.command(command, clock.getAsLong());
    }
}
