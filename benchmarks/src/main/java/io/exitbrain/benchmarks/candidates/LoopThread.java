package io.exitbrain.benchmarks.candidates;

import java.util.concurrent.atomic.LongAdder;

/** A candidate that runs a loop in a thread of its own. */
abstract class LoopThread implements Candidate {

    private final LongAdder prices = new LongAdder();
    private final LongAdder commands = new LongAdder();
    private final Thread thread;
    private volatile boolean closing;

    LoopThread(String name) {
        this.thread = new Thread(this::loop, name);
    }

    final void start() {
        thread.start();
    }

    private void loop() {
        try {
            while (!closing) {
                step();
            }
        } finally {
            end();
        }
    }

    /** Processes the records at hand, or waits a moment for some. */
    abstract void step();

    /** Closes the clients. */
    abstract void end();

    final void countPrices(long more) {
        prices.add(more);
    }

    final void countCommand() {
        commands.increment();
    }

    @Override
    public final long prices() {
        return prices.sum();
    }

    @Override
    public final long commands() {
        return commands.sum();
    }

    @Override
    public final void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
