package io.exitbrain.topology.balance;

import io.exitbrain.topology.context.DelegatingClients;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The clients of Streams, with a consumer that joins its group again when this is requested. Only its own thread may use
 * a consumer, so it happens at the next poll.
 */
public final class RequestingClients extends DelegatingClients {

    private final RebalanceRequest request;

    public RequestingClients(KafkaClientSupplier clients, RebalanceRequest request) {
        super(clients);
        this.request = request;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        Consumer<byte[], byte[]> consumer = super.getConsumer(config);
        return (Consumer<byte[], byte[]>) Proxy.newProxyInstance(
                RequestingClients.class.getClassLoader(),
                new Class<?>[] {Consumer.class},
                (proxy, method, arguments) -> invoke(consumer, method, arguments));
    }

    private @Nullable Object invoke(
            Consumer<byte[], byte[]> consumer, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("poll") && request.take()) {
            consumer.enforceRebalance("the copies of this instance are ready");
        }
        try {
            return method.invoke(consumer, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }
}
