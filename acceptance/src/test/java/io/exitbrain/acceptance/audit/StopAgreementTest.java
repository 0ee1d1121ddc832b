package io.exitbrain.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Compares the engine's stop with {@link NaiveStop} on random policies and prices. Both must give the same commands. */
class StopAgreementTest {

    private static final long PATHS = 600;

    @Test
    void shouldTrailAsTheNaiveStopDoes() {
        Optional<String> disagreement = LongStream.range(0, PATHS)
                .parallel()
                .mapToObj(StopAgreementTest::disagreement)
                .flatMap(Optional::stream)
                .findAny();

        assertThat(disagreement).isEmpty();
    }

    @Test
    void shouldHaveComparedMovesAndBothKindsOfExits() {
        List<String> commands = LongStream.range(0, 100)
                .mapToObj(StopPath::new)
                .flatMap(path -> path.expected().stream().flatMap(List::stream))
                .map(command -> command.replaceAll("[ 0-9.]+$", ""))
                .distinct()
                .toList();

        assertThat(commands).containsExactlyInAnyOrder("PLACE", "MOVE", "EXIT STOP_LOSS", "EXIT TRAILING_STOP");
    }

    private static Optional<String> disagreement(long seed) {
        StopPath path = new StopPath(seed);
        List<List<String>> expected = path.expected();
        List<List<String>> actual = path.actual();
        for (int i = 0; i < expected.size(); i++) {
            if (!expected.get(i).equals(actual.get(i))) {
                return Optional.of("seed %d, %s%n%s%nprices %s: expected %s, was %s"
                        .formatted(
                                seed, path.terms(), path.policy(), path.pricesUpTo(i), expected.get(i), actual.get(i)));
            }
        }
        return Optional.empty();
    }
}
