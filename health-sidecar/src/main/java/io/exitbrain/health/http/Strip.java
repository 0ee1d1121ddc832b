package io.exitbrain.health.http;

import io.exitbrain.health.watch.Standing.Mark;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The last probes side by side, the newest at the right; what is not there yet is blank. */
final class Strip {

    private static final int LENGTH = 100;

    private Strip() {}

    static String of(List<Mark> marks) {
        String blank = "<i></i>".repeat(Math.max(0, LENGTH - marks.size()));
        return blank + marks.stream().map(Strip::cell).collect(Collectors.joining());
    }

    private static String cell(Mark mark) {
        String latency = mark.latencyMs().isPresent()
                ? String.format(Locale.ROOT, " %.1f ms", mark.latencyMs().getAsDouble())
                : "";
        String title = "%s ago: %s%s%s"
                .formatted(
                        Page.inWords(mark.ageSeconds()),
                        Page.word(mark.status()),
                        latency,
                        mark.error().map(error -> ", " + error).orElse(""));
        return "<i class=\"%s\" title=\"%s\"></i>".formatted(Page.style(mark.status()), Html.escaped(title));
    }
}
