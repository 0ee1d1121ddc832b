package io.exitbrain.lab.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.audit.record.Coordinates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The progress counts offsets, because a log has offsets without a record. */
class ProgressTest {

    private final List<String> said = new ArrayList<>();
    private long nanos;

    @Test
    void shouldSayOnceASecondHowFarItIs() {
        Progress progress = new Progress(() -> nanos, said::add);
        progress.expects("mark-prices", 0, 100, 300);
        progress.expects("mark-prices", 1, 0, 200);

        progress.read(new Coordinates("mark-prices", 0, 100));
        assertThat(said).isEmpty();
        nanos = Duration.ofSeconds(2).toNanos();
        progress.read(new Coordinates("mark-prices", 0, 199));
        nanos += 1;
        progress.read(new Coordinates("mark-prices", 0, 200));

        assertThat(said).containsExactly("2 records, 25 %, 6 s left");
    }
}
