package io.exitbrain.acceptance.engine;

import org.apache.kafka.clients.producer.RoundRobinPartitioner;

/** How a producer places the keys. An empty class name is Kafka's default, murmur2. */
enum Placement {
    MURMUR2(""),
    CRC32(Crc32Partitioner.class.getName()),
    ROUND_ROBIN(RoundRobinPartitioner.class.getName());

    private final String partitioner;

    Placement(String partitioner) {
        this.partitioner = partitioner;
    }

    /** The value of {@code partitioner.class}; empty = not set. */
    String partitioner() {
        return partitioner;
    }
}
