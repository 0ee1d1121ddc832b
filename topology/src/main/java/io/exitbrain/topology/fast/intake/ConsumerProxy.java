package io.exitbrain.topology.fast.intake;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;

/** A consumer proxy: another object implements some methods, and the consumer itself implements the others. */
final class ConsumerProxy implements InvocationHandler {

    private static final Map<Method, Method> INTERCEPTED = Arrays.stream(InterceptedMethods.class.getMethods())
            .collect(Collectors.toMap(ConsumerProxy::ofConsumer, Function.identity()));

    private final Consumer<byte[], byte[]> consumer;
    private final InterceptedMethods intercepted;

    private ConsumerProxy(Consumer<byte[], byte[]> consumer, InterceptedMethods intercepted) {
        this.consumer = consumer;
        this.intercepted = intercepted;
    }

    @SuppressWarnings("unchecked")
    static Consumer<byte[], byte[]> of(Consumer<byte[], byte[]> consumer, InterceptedMethods intercepted) {
        return (Consumer<byte[], byte[]>) Proxy.newProxyInstance(
                ConsumerProxy.class.getClassLoader(),
                new Class<?>[] {Consumer.class},
                new ConsumerProxy(consumer, intercepted));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Method ours = INTERCEPTED.get(method);
        try {
            return ours == null ? method.invoke(consumer, arguments) : ours.invoke(intercepted, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    // Kafka would never call a method that Consumer does not have.
    private static Method ofConsumer(Method ours) {
        try {
            return Consumer.class.getMethod(ours.getName(), ours.getParameterTypes());
        } catch (NoSuchMethodException unknown) {
            throw new IllegalStateException("a consumer has no " + ours, unknown);
        }
    }
}
