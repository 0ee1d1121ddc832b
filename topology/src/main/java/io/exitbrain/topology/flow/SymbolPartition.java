package io.exitbrain.topology.flow;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** The partition that a symbol's records are on, as Kafka's own clients choose it. */
public final class SymbolPartition {

    private SymbolPartition() {}

    public static int of(String symbol, int partitions) {
        return Utils.toPositive(Utils.murmur2(symbol.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
