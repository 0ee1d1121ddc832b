package io.exitbrain.broker;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.internals.Exit;
import org.jspecify.annotations.Nullable;

/** Reports a fatal fault of a broker to listeners. By default Kafka would end the JVM without a message. */
final class FatalFaults {

    private static final Set<Consumer<String>> LISTENERS = ConcurrentHashMap.newKeySet();

    static {
        Exit.setExitProcedure(FatalFaults::report);
        Exit.setHaltProcedure(FatalFaults::report);
    }

    private FatalFaults() {}

    static void addListener(Consumer<String> listener) {
        LISTENERS.add(listener);
    }

    static void removeListener(Consumer<String> listener) {
        LISTENERS.remove(listener);
    }

    private static void report(int status, @Nullable String message) {
        String fault = message == null ? "the broker asked to exit with status " + status : message;
        LISTENERS.forEach(listener -> listener.accept(fault));
        // the calling thread expects that this call never returns
        throw new BrokerFailed(fault);
    }
}
