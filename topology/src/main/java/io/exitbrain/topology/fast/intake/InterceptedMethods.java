package io.exitbrain.topology.fast.intake;

import java.time.Duration;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The methods of {@code Consumer} that behave differently while fetched records are held. Their signatures are those of {@code Consumer}. */
interface InterceptedMethods {

    void subscribe(Collection<String> topics, ConsumerRebalanceListener listener);

    void unsubscribe();

    ConsumerRecords<byte[], byte[]> poll(Duration timeout);

    long position(TopicPartition partition);

    long position(TopicPartition partition, Duration timeout);

    OptionalLong currentLag(TopicPartition partition);

    void seek(TopicPartition partition, long offset);

    void seek(TopicPartition partition, OffsetAndMetadata offset);

    void seekToBeginning(Collection<TopicPartition> partitions);

    void seekToEnd(Collection<TopicPartition> partitions);

    void pause(Collection<TopicPartition> partitions);

    void resume(Collection<TopicPartition> partitions);

    Set<TopicPartition> paused();
}
