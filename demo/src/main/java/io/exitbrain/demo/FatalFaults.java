package io.exitbrain.demo;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.internals.Exit;
import org.jspecify.annotations.Nullable;

/** Keeps a broker's fatal fault from ending this JVM without a word, which Kafka's own procedure would do. */
final class FatalFaults {

    private static final Set<Consumer<String>> LISTENERS = ConcurrentHashMap.newKeySet();

    static {
        Exit.setExitProcedure(FatalFaults::report);
        Exit.setHaltProcedure(FatalFaults::report);
    }

    private FatalFaults() {}

    static void tell(Consumer<String> listener) {
        LISTENERS.add(listener);
    }

    static void forget(Consumer<String> listener) {
        LISTENERS.remove(listener);
    }

    private static void report(int status, @Nullable String message) {
        String fault = message == null ? "the broker asked to exit with status " + status : message;
        LISTENERS.forEach(listener -> listener.accept(fault));
        // the thread that asked expects never to go on
        throw new BrokerFailed(fault);
    }
}
