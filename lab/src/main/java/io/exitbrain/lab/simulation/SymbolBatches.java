package io.exitbrain.lab.simulation;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gives the records of some symbols to one thread, in batches and in their order. A full queue makes the reader wait, so that the memory
 * does not depend on the input.
 */
final class SymbolBatches {

    private static final int SIZE = 4_096;
    private static final int WAITING = 4;

    private final BlockingQueue<Batch> full = new ArrayBlockingQueue<>(WAITING);
    private final BlockingQueue<Batch> free = new ArrayBlockingQueue<>(WAITING + 2);
    private final Thread worker;
    private volatile @Nullable Throwable failure;
    private Batch filling = new Batch();

    /** Records as columns. A record is a price, or an action if {@code actions} has one for it. */
    private static final class Batch {

        private final SymbolSimulation[] symbols = new SymbolSimulation[SIZE];
        private final long[] unscaled = new long[SIZE];
        private final byte[] scales = new byte[SIZE];
        private final long[] times = new long[SIZE];

        @SuppressWarnings({"unchecked", "rawtypes"})
        private final @Nullable Consumer<SymbolSimulation>[] actions = new Consumer[SIZE];

        private int size;

        void run() {
            for (int i = 0; i < size; i++) {
                Consumer<SymbolSimulation> action = actions[i];
                if (action == null) {
                    symbols[i].price(unscaled[i], scales[i], times[i]);
                } else {
                    action.accept(symbols[i]);
                    actions[i] = null;
                }
            }
        }
    }

    SymbolBatches(String name) {
        for (int i = 0; i < WAITING + 1; i++) {
            free.add(new Batch());
        }
        worker = new Thread(this::work, name);
        worker.setDaemon(true);
        worker.start();
    }

    void price(SymbolSimulation symbol, long unscaled, int scale, long time) throws InterruptedException {
        Batch batch = filling;
        int at = batch.size++;
        batch.symbols[at] = symbol;
        batch.unscaled[at] = unscaled;
        batch.scales[at] = (byte) scale;
        batch.times[at] = time;
        passIfFull();
    }

    void action(SymbolSimulation symbol, Consumer<SymbolSimulation> action) throws InterruptedException {
        Batch batch = filling;
        int at = batch.size++;
        batch.symbols[at] = symbol;
        batch.actions[at] = action;
        passIfFull();
    }

    private void passIfFull() throws InterruptedException {
        if (filling.size == SIZE) {
            pass();
            filling = free.take();
            filling.size = 0;
            requireHealthy();
        }
    }

    private void pass() throws InterruptedException {
        full.put(filling);
    }

    private void requireHealthy() {
        Throwable cause = failure;
        if (cause != null) {
            throw new IllegalStateException("a trade could not be run: " + cause, cause);
        }
    }

    /** Waits until all records are processed. */
    void end() throws InterruptedException {
        boolean isLastEmpty = filling.size == 0;
        pass();
        if (!isLastEmpty) {
            filling = free.take();
            filling.size = 0;
            pass();
        }
        worker.join();
        requireHealthy();
    }

    /** An empty batch ends the thread. After a failure it only takes batches, so that the reader does not wait for ever. */
    private void work() {
        try {
            for (Batch batch = full.take(); batch.size > 0; batch = full.take()) {
                if (failure == null) {
                    run(batch);
                }
                free.put(batch);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Batch batch) {
        try {
            batch.run();
        } catch (RuntimeException | Error defect) {
            failure = defect;
        }
    }
}
