package io.exitbrain.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private final AtomicLong now = new AtomicLong(5);

    @Test
    void shouldShareTheTimeByWeight() {
        Budget budget = budget(100, EnumSet.of(Section.HEAP, Section.THROUGHPUT));

        budget.begin(Section.HEAP);

        long heap = 100L * Section.HEAP.weight() / (Section.HEAP.weight() + Section.THROUGHPUT.weight());
        assertThat(budget.leftInSection().toSeconds()).isEqualTo(heap);
        assertThat(budget.left()).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void shouldGiveWhatOneSectionLeavesToTheNext() {
        Budget budget = budget(100, EnumSet.of(Section.HEAP, Section.THROUGHPUT));
        budget.begin(Section.HEAP);

        pass(1);
        budget.begin(Section.THROUGHPUT);

        assertThat(budget.leftInSection()).isEqualTo(Duration.ofSeconds(99));
    }

    @Test
    void shouldEndAChildWithTheRunButLetItStart() {
        Budget budget = budget(100, EnumSet.of(Section.HEAP));

        pass(60);
        assertThat(budget.ofChild()).isEqualTo(Duration.ofSeconds(40));
        pass(60);
        assertThat(budget.left()).isZero();
        assertThat(budget.ofChild()).isEqualTo(Duration.ofSeconds(10));
    }

    private Budget budget(int seconds, EnumSet<Section> sections) {
        return new Budget(Duration.ofSeconds(seconds), sections, now::get);
    }

    private void pass(int seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
