package io.exitbrain.acceptance.engine;

import java.util.Map;
import java.util.zip.CRC32;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;

/** Places a key by CRC32, as clients on librdkafka do ({@code consistent_random}). */
public final class Crc32Partitioner implements Partitioner {

    @Override
    public int partition(String topic, Object key, byte[] keyBytes, Object value, byte[] valueBytes, Cluster cluster) {
        return of(keyBytes, cluster.partitionCountForTopic(topic));
    }

    static int of(byte[] key, int partitions) {
        CRC32 crc = new CRC32();
        crc.update(key);
        return (int) (crc.getValue() % partitions);
    }

    @Override
    public void close() {
        // nothing is open
    }

    @Override
    public void configure(Map<String, ?> configs) {
        // nothing can be set
    }
}
