package io.exitbrain.acceptance.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.message.ProduceRequestData.PartitionProduceData;
import org.apache.kafka.common.message.ProduceRequestData.TopicProduceData;
import org.apache.kafka.common.message.ProduceRequestData.TopicProduceDataCollection;
import org.apache.kafka.common.message.ProduceResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.apache.kafka.common.requests.ProduceRequest;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.ResponseHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Leaves a transaction open on a partition that the coordinator was not told of, as a broker does that dies at the wrong moment
 * (KAFKA-20734). The producer of Kafka never does so: the request is written by hand, and the broker must run with {@link
 * #UNVERIFIED}.
 */
public final class ForgottenTransaction {

    /** The broker setting that lets such a record pass. */
    public static final String UNVERIFIED = "transaction.partition.verification.enable";

    /** The last version with which a broker does not tell the coordinator by itself. */
    private static final short VERSION = 11;

    private ForgottenTransaction() {}

    /** Writes a record to {@code partition} as the producer {@code transactionalId}, and does not end its transaction. */
    public static void leave(BrokerExtension broker, String transactionalId, TopicPartition partition)
            throws IOException, ExecutionException, InterruptedException {
        Map<String, Object> settings = new HashMap<>(broker.address());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        try (KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
                Admin admin = broker.admin()) {
            producer.initTransactions();
            TransactionDescription known = admin.describeTransactions(List.of(transactionalId))
                    .description(transactionalId)
                    .get();
            write(broker.port(), partition, transactionalId, known.producerId(), (short) known.producerEpoch());
        }
    }

    private static void write(
            int port, TopicPartition partition, String transactionalId, long producerId, short producerEpoch)
            throws IOException {
        byte[] text = "{}".getBytes(StandardCharsets.UTF_8);
        MemoryRecords records = MemoryRecords.withTransactionalRecords(
                Compression.NONE, producerId, producerEpoch, 0, new SimpleRecord(text, text));
        TopicProduceDataCollection topics = new TopicProduceDataCollection();
        topics.add(new TopicProduceData()
                .setName(partition.topic())
                .setPartitionData(List.of(new PartitionProduceData()
                        .setIndex(partition.partition())
                        .setRecords(records))));
        ProduceRequest request = ProduceRequest.builder(
                        new ProduceRequestData()
                                .setTransactionalId(transactionalId)
                                .setAcks((short) -1)
                                .setTimeoutMs(5_000)
                                .setTopicData(topics),
                        false)
                .build(VERSION);
        RequestHeader header = new RequestHeader(ApiKeys.PRODUCE, VERSION, "test", 1);
        assertThat(errorOf(send(port, request.serializeWithHeader(header)), header))
                .isZero();
    }

    private static ByteBuffer send(int port, ByteBuffer request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            ByteBuffer framed = ByteBuffer.allocate(Integer.BYTES + request.remaining());
            framed.putInt(request.remaining()).put(request);
            socket.getOutputStream().write(framed.array());
            DataInputStream in = new DataInputStream(socket.getInputStream());
            return ByteBuffer.wrap(in.readNBytes(in.readInt()));
        }
    }

    private static short errorOf(ByteBuffer answer, RequestHeader header) {
        ResponseHeader unused = ResponseHeader.parse(answer, header.apiKey().responseHeaderVersion(VERSION));
        return new ProduceResponseData(new ByteBufferAccessor(answer), VERSION)
                .responses()
                .iterator()
                .next()
                .partitionResponses()
                .get(0)
                .errorCode();
    }
}
