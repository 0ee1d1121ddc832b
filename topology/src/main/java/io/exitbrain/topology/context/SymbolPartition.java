package io.exitbrain.topology.context;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** The partition of a symbol's records, chosen as Kafka's default partitioner does. */
public final class SymbolPartition {

    private SymbolPartition() {}

    public static int of(String symbol, int partitions) {
        return Utils.toPositive(Utils.murmur2(symbol.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
