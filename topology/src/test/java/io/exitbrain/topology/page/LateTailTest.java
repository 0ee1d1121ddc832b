package io.exitbrain.topology.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.exitbrain.domain.input.MarkPrice;
import io.exitbrain.topology.history.Tail;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

/** A tail that is not there yet, or not any more, is no news and no failure. */
class LateTailTest {

    private static final Tail.News PRICE =
            new Tail.News(List.of(new MarkPrice("BTCUSDT", BigDecimal.ONE, 1)), List.of(), List.of());

    private static final Duration SOON = Duration.ofMillis(1);

    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private volatile boolean isBroken;

    private final class Source implements Tail {

        @Override
        public News poll(Duration timeout) {
            if (isBroken) {
                throw new KafkaException("not authorized");
            }
            return PRICE;
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    private Tail opened() {
        opened.incrementAndGet();
        return new Source();
    }

    /** A tail whose source opens once the {@code brokers} answer. */
    private LateTail openedAfter(CountDownLatch brokers) {
        return new LateTail(
                () -> {
                    await().until(() -> brokers.getCount() == 0);
                    return opened();
                },
                SOON);
    }

    @Test
    void shouldHaveNoNewsUntilItIsOpen() {
        CountDownLatch brokers = new CountDownLatch(1);
        LateTail tail = openedAfter(brokers);
        assertThat(tail.poll(Duration.ofMillis(1))).isEqualTo(Tail.News.NONE);

        brokers.countDown();
        await().until(() -> tail.poll(Duration.ofMillis(1)).equals(PRICE));
        tail.close();
        assertThat(closed).hasValue(1);
    }

    @Test
    void shouldOpenAgainAfterAFailure() {
        LateTail tail = new LateTail(this::opened, SOON);
        await().until(() -> tail.poll(Duration.ofMillis(1)).equals(PRICE));

        isBroken = true;
        assertThat(tail.poll(Duration.ofMillis(1))).isEqualTo(Tail.News.NONE);
        assertThat(closed).hasValue(1);

        isBroken = false;
        await().atMost(Duration.ofSeconds(20))
                .until(() -> tail.poll(Duration.ofMillis(1)).equals(PRICE));
        assertThat(opened).hasValue(2);
    }

    @Test
    void shouldCloseWhatIsOpenedLate() {
        CountDownLatch brokers = new CountDownLatch(1);
        LateTail tail = openedAfter(brokers);

        tail.close();
        brokers.countDown();
        await().untilAsserted(() -> assertThat(closed).hasValue(1));
    }
}
