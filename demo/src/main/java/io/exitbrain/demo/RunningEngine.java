package io.exitbrain.demo;

/** A running engine that the demo can stop. */
interface RunningEngine extends AutoCloseable {

    /** False after it has failed. */
    boolean isRunning();

    @Override
    void close();

    /** Starts an engine on a broker. */
    @FunctionalInterface
    interface Starter {

        RunningEngine start(String bootstrapServers, DemoSettings settings);
    }
}
