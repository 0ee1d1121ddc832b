package io.exitbrain.demo;

/** A running engine, as the demo starts and stops one. */
interface Engine extends AutoCloseable {

    /** False once it has given up. */
    boolean isRunning();

    @Override
    void close();

    /** Starts an engine against a broker, for a demo of these settings. */
    @FunctionalInterface
    interface Starter {

        Engine start(String bootstrapServers, DemoSettings settings);
    }
}
