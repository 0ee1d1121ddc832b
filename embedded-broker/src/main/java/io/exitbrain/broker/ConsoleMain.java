package io.exitbrain.broker;

import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.tools.ConsoleProducer;
import org.apache.kafka.tools.consumer.ConsoleConsumer;

/** Kafka's console tools, {@code producer} or {@code consumer}. Their arguments are passed through once the addresses are checked. */
public final class ConsoleMain {

    private static final int FAILED = 1;

    private ConsoleMain() {}

    public static void main(String[] arguments) throws Exception {
        String[] passed = Arrays.copyOfRange(arguments, 1, arguments.length);
        Optional<String> refusal = ConsoleArguments.of(passed).refusal();
        if (refusal.isPresent()) {
            System.err.println(refusal.get());
            System.exit(FAILED);
        } else if (arguments[0].equals("producer")) {
            ConsoleProducer.main(passed);
        } else {
            ConsoleConsumer.main(passed);
        }
    }
}
