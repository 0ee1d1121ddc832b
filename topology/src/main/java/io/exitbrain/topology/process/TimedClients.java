package io.exitbrain.topology.process;

import io.exitbrain.topology.context.DelegatingClients;
import io.exitbrain.topology.vitals.Latency;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.jspecify.annotations.Nullable;

/** The clients of Streams, with a producer that tells when a transaction was committed: its commands are visible from then on. */
final class TimedClients extends DelegatingClients {

    private final Latency latency;

    TimedClients(KafkaClientSupplier clients, Latency latency) {
        super(clients);
        this.latency = latency;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        Producer<byte[], byte[]> producer = super.getProducer(config);
        FencedNotice fenced = new FencedNotice();
        return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                TimedClients.class.getClassLoader(),
                new Class<?>[] {Producer.class},
                (proxy, method, arguments) -> timed(producer, fenced, method, arguments));
    }

    private @Nullable Object timed(
            Producer<byte[], byte[]> producer,
            FencedNotice fenced,
            Method method,
            @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            Object result = method.invoke(producer, arguments);
            switch (method.getName()) {
                case "commitTransaction" -> latency.committed(System.currentTimeMillis());
                case "abortTransaction" -> latency.aborted();
                default -> {}
            }
            return result;
        } catch (InvocationTargetException thrown) {
            fenced.tellOnce(thrown.getTargetException());
            throw thrown.getTargetException();
        }
    }
}
