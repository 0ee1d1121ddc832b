package io.exitbrain.demo.exchange;

/** Lets the market run by a clock and carries out the engine's commands as they come; one thread calls all of it. */
public final class ExchangeSession implements EngineListener {

    /** After a pause steps are caught up in portions, so that commands in between are not kept waiting. */
    private static final int MOST_STEPS_AT_ONCE = 20;

    private final PaperExchange exchange;
    private final PaperMarket market;
    private final SimulatedClock clock;
    private long openedAtMs;
    private long steps;
    private boolean open;

    public ExchangeSession(PaperExchange exchange, PaperMarket market, SimulatedClock clock) {
        this.exchange = exchange;
        this.market = market;
        this.clock = clock;
    }

    /** Tells of the positions from before; the market stands still until it opens. */
    public void inheritPositions() {
        market.inheritPositions(clock.nowMs());
    }

    public void open() {
        open = true;
        openedAtMs = clock.nowMs();
    }

    /** From here on no price moves and no trader trades; commands are still carried out. */
    public void stop() {
        open = false;
    }

    /** Does what is due by the clock. */
    public void advance() {
        int done = 0;
        while (open && done++ < MOST_STEPS_AT_ONCE && isStepDue()) {
            market.step(clock.nowMs());
            steps++;
        }
        if (!open) {
            exchange.publishChanges(clock.nowMs());
        }
    }

    public long steps() {
        return steps;
    }

    @Override
    public void planned(Planned plan) {
        exchange.plan(plan);
    }

    @Override
    public void planClosed(String slot) {
        exchange.dropPlan(slot);
    }

    @Override
    public void commanded(Commanded command) {
        exchange.command(command, clock.nowMs());
    }

    private boolean isStepDue() {
        return (steps + 1) * PaperMarket.STEP_MS <= clock.nowMs() - openedAtMs;
    }
}
