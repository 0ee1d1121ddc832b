package io.exitbrain.chaos.blow;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.chaos.process.FullDisk;
import io.exitbrain.chaos.process.WrongClock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BlowSequenceTest {

    private static final List<BlowKind> ALL = BlowKind.fitting(3);

    private static List<Blow> first(int count, long seed) {
        BlowSequence sequence = new BlowSequence(seed, ALL);
        return Stream.generate(sequence::next).limit(count).toList();
    }

    @Test
    void shouldGiveTheSameBlowsForTheSameSeed() {
        assertThat(first(50, 7)).isEqualTo(first(50, 7)).isNotEqualTo(first(50, 8));
    }

    @Test
    void shouldBringEachKindOnceBeforeOneComesAgain() {
        List<BlowKind> kinds = first(2 * ALL.size(), 7).stream().map(Blow::kind).toList();

        assertThat(kinds.subList(0, ALL.size())).containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(kinds.subList(ALL.size(), kinds.size())).containsExactlyInAnyOrderElementsOf(ALL);
    }

    @Test
    void shouldNotHitTwoBrokersOrALeaderWhereOnlyOneIs() {
        assertThat(BlowKind.fitting(1))
                .contains(BlowKind.KILL_BROKER)
                .doesNotContain(BlowKind.KILL_LEADER, BlowKind.KILL_TWO_BROKERS, BlowKind.PAUSE_BROKER);
    }

    @Test
    void shouldNameTheToolOfAKindThatTheMachineLacks() {
        assertThat(BlowKind.fitting(3))
                .allSatisfy(kind -> assertThat(kind.missingTool()).isEmpty());
        assertThat(BlowKind.FILL_DISK.missingTool().isEmpty()).isEqualTo(FullDisk.isPossible());
        assertThat(BlowKind.SHIFT_CLOCK.missingTool().isEmpty()).isEqualTo(WrongClock.isPossible());
        assertThat(BlowKind.KILL_ENGINE.missingTool()).isEmpty();
    }
}
