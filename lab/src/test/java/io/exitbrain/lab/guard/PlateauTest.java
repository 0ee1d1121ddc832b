package io.exitbrain.lab.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.exitbrain.lab.guard.Grid.Axis;
import io.exitbrain.lab.guard.Grid.Cell;
import io.exitbrain.lab.statistics.Resampling;
import io.exitbrain.lab.trade.AnyTrade;
import io.exitbrain.lab.trade.PolicyTrades;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlateauTest {

    private static final Axis CALLBACK = new Axis("callback-pct", List.of("0.01", "0.015", "0.02"));
    private static final Axis FIXED = new Axis("stop-pct", List.of("0.02"));

    /** Policies p0, p1, ... that earn these on each of two trades; the baseline earns 0. */
    private static Judgement judgement(double... means) {
        List<PolicyTrades> all = new ArrayList<>();
        all.add(AnyTrade.policy("live", 1, 0, 0));
        IntStream.range(0, means.length).forEach(i -> all.add(AnyTrade.policy("p" + i, 1, means[i], means[i])));
        GuardSettings settings = new GuardSettings(0, 1, 1, Duration.ZERO, new Resampling(100, 1, 1));
        return Guard.of(settings).judge(all.get(0), all.subList(1, all.size()), History.NONE);
    }

    private static Plateau onOneAxis(double... means) {
        List<Cell> cells = IntStream.range(0, means.length)
                .mapToObj(i -> new Cell(List.of(i, 0), "p" + i))
                .toList();
        return Plateau.of(new Grid(List.of(CALLBACK, FIXED), cells), judgement(means));
    }

    @Test
    void shouldSayThatTheBestStandsAmongGoodOnes() {
        Plateau plateau = onOneAxis(0.25, 0.5, 0.25);

        assertThat(plateau.best().orElseThrow().cell().policy()).isEqualTo("p1");
        assertThat(plateau.neighbours()).isEqualTo(2);
        assertThat(plateau.neighboursMean()).contains(0.25);
        assertThat(plateau.isLonePeak()).isFalse();
        assertThat(plateau.edges()).isEmpty();
        assertThat(plateau.sentences())
                .containsExactly(
                        "The best policy is p1 with +0.500 R a trade.",
                        "Its neighbours have +0.250 R: it does not stand alone.");
    }

    @Test
    void shouldSayThatTheBestStandsAlone() {
        Plateau plateau = onOneAxis(0.2, 0.5, 0.2);

        assertThat(plateau.isLonePeak()).isTrue();
        assertThat(plateau.sentences())
                .contains("Its neighbours have +0.200 R: it stands alone, which is rarely more than chance.");
    }

    @Test
    void shouldSayThatTheBestIsOnTheEdge() {
        Plateau plateau = onOneAxis(0.1, 0.2, 0.3);

        assertThat(plateau.edges()).as("an axis with one value has no edge").containsExactly("callback-pct");
        assertThat(plateau.sentences()).contains("It is on the edge of callback-pct: a better value may lie beyond.");
    }

    @Test
    void shouldHaveNeighboursOnEachAxisButNotAcross() {
        Axis other = new Axis("other", List.of("a", "b"));
        List<Cell> cells = List.of(
                new Cell(List.of(0, 0), "p0"),
                new Cell(List.of(1, 0), "p1"),
                new Cell(List.of(0, 1), "p2"),
                new Cell(List.of(1, 1), "p3"));

        Plateau plateau = Plateau.of(new Grid(List.of(CALLBACK, other), cells), judgement(1, 0.5, 0.75, -5));

        assertThat(plateau.neighbours()).isEqualTo(2);
        assertThat(plateau.neighboursMean()).contains(0.625);
    }

    @Test
    void shouldScoreEachCellAndTheBaselineAsZero() {
        List<Cell> cells = List.of(new Cell(List.of(0, 0), "live"), new Cell(List.of(1, 0), "p0"));

        Plateau plateau = Plateau.of(new Grid(List.of(CALLBACK, FIXED), cells), judgement(-1));

        assertThat(plateau.best().orElseThrow().cell().policy()).isEqualTo("live");
        assertThat(plateau.isLonePeak()).isFalse();
        assertThat(plateau.cells().get(1).mean()).contains(-1.0);
        assertThat(plateau.cells().get(1).difference().orElseThrow().high()).isEqualTo(-1);
        assertThat(plateau.cells().get(1).firstHalf()).contains(-1.0);
    }

    @Test
    void shouldTakeTheFirstOfEqualOnes() {
        assertThat(onOneAxis(0.5, 0.5, 0.5).best().orElseThrow().cell().policy())
                .isEqualTo("p0");
    }

    @Test
    void shouldKnowNoBestWithoutAPair() {
        Grid empty = new Grid(List.of(CALLBACK), List.of());

        assertThat(Plateau.of(empty, judgement(1)).best()).isEmpty();
    }

    @Test
    void shouldRefuseAGridThatDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grid(List.of(FIXED), List.of(new Cell(List.of(1), "p0"))))
                .withMessage("policy p0 must have one value of each axis, was [1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Grid(List.of(FIXED), List.of(new Cell(List.of(0), "p0"), new Cell(List.of(0), "p1"))))
                .withMessage("two policies have the position [0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Plateau.of(new Grid(List.of(FIXED), List.of(new Cell(List.of(0), "unknown"))), judgement(1)))
                .withMessage("policy unknown of the sweep was not compared");
    }
}
