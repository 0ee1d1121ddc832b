package io.exitbrain.topology.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.internals.RecordBatchingStateRestoreCallback;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The store does what the stock one does, but for the order of all entries. */
class HashedStoreTest {

    private static final int STEPS = 3_000;

    private final Opened hashed = new Opened(new HashedStores("store"));
    private final Opened stock = new Opened(Stores.inMemoryKeyValueStore("store"));

    /** A store as Streams opens it. */
    private static final class Opened {

        private final KeyValueStore<Bytes, byte[]> store;
        private final List<Object> callbacks = new ArrayList<>();

        Opened(KeyValueBytesStoreSupplier supplier) {
            store = supplier.get();
            store.init(noting(new MockProcessorContext<>().getStateStoreContext()), store);
        }

        /** The context, which notes what restores the store. */
        private StateStoreContext noting(StateStoreContext context) {
            return (StateStoreContext) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {StateStoreContext.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("register")) {
                            callbacks.add(arguments[1]);
                            return null;
                        }
                        return method.invoke(context, arguments);
                    });
        }

        void restore(List<ConsumerRecord<byte[], byte[]>> records) {
            ((RecordBatchingStateRestoreCallback) callbacks.get(0)).restoreBatch(records);
        }
    }

    private static Bytes key(String key) {
        return Bytes.wrap(key.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] value(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> read(KeyValueIterator<Bytes, byte[]> entries) {
        List<String> read = new ArrayList<>();
        try (entries) {
            while (entries.hasNext()) {
                Bytes peeked = entries.peekNextKey();
                KeyValue<Bytes, byte[]> next = entries.next();
                assertThat(next.key).isEqualTo(peeked);
                read.add(next.key + "=" + new String(next.value, StandardCharsets.UTF_8));
            }
        }
        return read;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldAnswerAsTheStockStore(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < STEPS; i++) {
            String what = "seed %d, step %d".formatted(seed, i);
            assertThat(step(hashed.store, new Random(seed + i), i))
                    .as(what)
                    .isEqualTo(step(stock.store, new Random(seed + i), i));
            if (random.nextInt(20) == 0) {
                assertThat(new TreeSet<>(read(hashed.store.all())))
                        .as(what)
                        .isEqualTo(new TreeSet<>(read(stock.store.all())));
                assertThat(hashed.store.approximateNumEntries()).isEqualTo(stock.store.approximateNumEntries());
            }
        }
    }

    /** One operation and what it answers. */
    private static Object step(KeyValueStore<Bytes, byte[]> store, Random random, int i) {
        Bytes key = key("k" + random.nextInt(200));
        byte[] value = random.nextInt(4) == 0 ? null : value("v" + i);
        return switch (random.nextInt(9)) {
            case 0 -> text(store.putIfAbsent(key, value));
            case 1 -> text(store.delete(key));
            case 2 -> text(store.get(key));
            case 3 -> read(store.range(key, key("k" + random.nextInt(200))));
            case 4 -> read(store.reverseRange(random.nextBoolean() ? null : key, random.nextBoolean() ? null : key));
            case 5 -> read(store.prefixScan("k1" + random.nextInt(3), new StringSerializer()));
            case 6 -> read(store.reverseAll());
            case 7 -> {
                store.putAll(List.of(KeyValue.pair(key, value), KeyValue.pair(key("k3"), value("all" + i))));
                yield "put all";
            }
            default -> {
                store.put(key, value);
                yield "put";
            }
        };
    }

    private static String text(byte @Nullable [] value) {
        return value == null ? "none" : new String(value, StandardCharsets.UTF_8);
    }

    @Test
    void shouldRestoreTheLastValueOfEachKey() {
        hashed.restore(List.of(record("a", "1"), record("b", "2"), record("a", "3"), record("b", null)));

        assertThat(read(hashed.store.all())).containsExactly("a=3");
    }

    private static ConsumerRecord<byte[], byte[]> record(String key, @Nullable String value) {
        return new ConsumerRecord<>("changelog", 0, 0, value(key), value == null ? null : value(value));
    }

    @Test
    void shouldBeReadWhileItIsWritten() throws InterruptedException {
        AtomicBoolean isDone = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            for (int i = 0; i < 200_000; i++) {
                hashed.store.put(key("k" + i % 1_000), i % 3 == 0 ? null : value("v" + i));
            }
            isDone.set(true);
        });
        writer.start();
        while (!isDone.get()) {
            assertThat(read(hashed.store.all())).allMatch(entry -> entry.matches("k\\d+=v\\d+"));
            assertThat(read(hashed.store.range(key("k1"), key("k2"))))
                    .extracting(entry -> entry.substring(0, entry.indexOf('=')))
                    .isSorted();
        }
        writer.join();
    }

    // the stock store takes its two locks in one order to put and in the other to answer (KAFKA-19629)
    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void shouldAnswerQueriesWhileItIsWritten() throws InterruptedException {
        Thread writer = new Thread(() -> {
            for (int i = 0; i < 500_000; i++) {
                hashed.store.put(key("k"), value("v" + i));
            }
        });
        writer.setDaemon(true);
        writer.start();
        while (writer.isAlive()) {
            QueryResult<byte[]> answer =
                    hashed.store.query(KeyQuery.withKey(key("k")), PositionBound.unbounded(), new QueryConfig(false));
            assertThat(answer.isSuccess()).isTrue();
        }
        writer.join();

        assertThat(hashed.store.get(key("k"))).asString().isEqualTo("v499999");
    }

    @Test
    void shouldRefuseToReadOnAfterTheEnd() {
        hashed.store.put(key("a"), value("1"));
        KeyValueIterator<Bytes, byte[]> entries = hashed.store.all();
        entries.close();

        assertThatThrownBy(entries::hasNext).hasMessage("Iterator for store store has already been closed.");
    }

    @Test
    void shouldHoldNothingOnceItIsClosed() {
        hashed.store.put(key("a"), value("1"));
        assertThat(hashed.store.isOpen()).isTrue();

        hashed.store.close();

        assertThat(hashed.store.isOpen()).isFalse();
        assertThat(hashed.store.approximateNumEntries()).isZero();
        assertThat(hashed.store.persistent()).isFalse();
    }
}
