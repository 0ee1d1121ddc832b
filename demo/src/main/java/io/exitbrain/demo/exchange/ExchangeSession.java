package io.exitbrain.demo.exchange;

/** Moves the market forward by a clock. Not thread-safe. */
public final class ExchangeSession {

    /** After a pause the market catches up in portions, so that commands do not wait for all steps. */
    private static final int MAX_STEPS_AT_ONCE = 20;

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

    /** Publishes the positions that were open before the start. Prices do not move until {@link #open}. */
    public void inheritPositions() {
        market.inheritPositions(clock.nowMs());
    }

    public void open() {
        open = true;
        openedAtMs = clock.nowMs();
    }

    /** Stops prices and traders. Commands are still executed. */
    public void stop() {
        open = false;
    }

    /** Plays the market steps that are due. */
    public void advance() {
        int done = 0;
        while (open && done++ < MAX_STEPS_AT_ONCE && isStepDue()) {
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

    private boolean isStepDue() {
        return (steps + 1) * PaperMarket.STEP_MS <= clock.nowMs() - openedAtMs;
    }
}
