package io.exitbrain.topology.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadyCopiesTest {

    private static final Set<Integer> NONE = Set.of();

    private final ReadyCopies copies = new ReadyCopies(6, 10_000);

    private static Map<Integer, Long> lags(long records, Integer... partitions) {
        return Set.of(partitions).stream().collect(Collectors.toMap(partition -> partition, partition -> records));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "500, true", "501, false", "500000, false"})
    void shouldAskWhenItsCopiesAreReady(long lag, boolean asks) {
        assertThat(copies.mustAsk(NONE, 2, () -> lags(lag, 0, 1, 2, 3, 4, 5))).isEqualTo(asks);
    }

    /** Streams adds up the lags of both stores. A copy that it does not accept would be asked for in vain. */
    @ParameterizedTest
    @CsvSource({"200, 100, true", "200, 101, false", "0, 0, true", "0, 1, false"})
    void shouldNotAskBeforeItIsAccepted(long acceptable, long lag, boolean asks) {
        assertThat(new ReadyCopies(6, acceptable).mustAsk(NONE, 2, () -> lags(lag, 0, 1)))
                .isEqualTo(asks);
    }

    @ParameterizedTest
    @CsvSource({"0, 2, true", "2, 2, true", "3, 2, false", "1, 3, true", "2, 3, false", "0, 7, false", "5, 1, true"})
    void shouldAskForNoMoreThanItsShare(int owned, int instances, boolean asks) {
        Set<Integer> own = Set.of(0, 1, 2, 3, 4).stream()
                .filter(partition -> partition < owned)
                .collect(Collectors.toSet());

        assertThat(copies.mustAsk(own, instances, () -> lags(0, 0, 1, 2, 3, 4, 5)))
                .isEqualTo(asks);
        AtomicBoolean isAsked = new AtomicBoolean();
        copies.mustAsk(own, instances, () -> {
            isAsked.set(true);
            return Map.of();
        });
        assertThat(isAsked.get()).as("asks for the lags").isEqualTo(asks);
    }

    @Test
    void shouldWaitForTheLastCopy() {
        assertThat(copies.mustAsk(NONE, 2, () -> Map.of(0, 0L, 1, 501L))).isFalse();
        assertThat(copies.mustAsk(NONE, 2, () -> Map.of(0, 7L, 1, 500L))).isTrue();
    }

    @Test
    void shouldNotCountWhatItsOwnPartitionsLack() {
        assertThat(copies.mustAsk(Set.of(0), 2, () -> Map.of(0, 5_000L, 1, 0L))).isTrue();
    }

    @Test
    void shouldNotAskWithoutCopies() {
        assertThat(copies.mustAsk(Set.of(0), 2, () -> Map.of(0, 0L))).isFalse();
    }

    @Test
    void shouldAskOnceForEachSituation() {
        assertThat(copies.mustAsk(NONE, 2, () -> lags(0, 0, 1, 2))).isTrue();
        assertThat(copies.mustAsk(NONE, 2, () -> lags(9, 0, 1, 2))).isFalse();
        assertThat(copies.mustAsk(Set.of(0), 2, () -> lags(9, 0, 1, 2))).isTrue();
        assertThat(copies.mustAsk(Set.of(0), 2, () -> lags(9, 0, 1, 2, 3))).isTrue();
        assertThat(copies.mustAsk(Set.of(0), 2, () -> lags(9, 0, 1, 2, 3))).isFalse();
    }
}
