package io.exitbrain.demo;

import java.nio.file.Path;

/** A running engine, as the demo starts and stops one. */
interface Engine extends AutoCloseable {

    @Override
    void close();

    /** Starts an engine against a broker; its queries listen on the port, what it keeps on disk is below the folder. */
    @FunctionalInterface
    interface Starter {

        Engine start(String bootstrapServers, int httpPort, Path data);
    }
}
