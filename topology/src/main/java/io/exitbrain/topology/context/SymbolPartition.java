package io.exitbrain.topology.context;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** The partition of a symbol's records, chosen as Kafka's default partitioner does. */
public final class SymbolPartition {

    private SymbolPartition() {}

    public static int of(String symbol, int partitions) {
        return of(symbol.getBytes(StandardCharsets.UTF_8), partitions);
    }

    /** The partition of the records with {@code key}. */
    public static int of(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
