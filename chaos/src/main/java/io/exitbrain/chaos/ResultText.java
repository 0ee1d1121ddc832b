package io.exitbrain.chaos;

import io.exitbrain.audit.VerdictText;
import java.util.Locale;

/** A result as text: gaps by kind, failures, and the verdict of the audit at the end. */
final class ResultText {

    private ResultText() {}

    static String of(ChaosResult result) {
        StringBuilder text = new StringBuilder("\ngaps by kind      blows       p50       max\n");
        Gaps.byKind(result.blows())
                .forEach((kind, gaps) -> text.append(String.format(
                        Locale.ROOT,
                        "%-16s  %5d  %6.2f s  %6.2f s%n",
                        kind.label(),
                        gaps.count(),
                        gaps.p50() / 1_000.0,
                        gaps.max() / 1_000.0)));
        result.failures()
                .forEach(failure -> text.append("FAILED ").append(failure).append('\n'));
        text.append("\nthe audit of all topics:\n");
        text.append(result.verdict().map(VerdictText::of).orElse("no verdict\n"));
        return text.toString();
    }
}
