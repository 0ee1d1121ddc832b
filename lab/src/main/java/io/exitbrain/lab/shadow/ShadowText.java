package io.exitbrain.lab.shadow;

import java.time.Instant;
import java.util.List;

/** The comparison as text: each kind with its count and its first examples. */
final class ShadowText {

    private static final int EXAMPLES = 3;

    private ShadowText() {}

    static String of(Comparison comparison) {
        StringBuilder text = new StringBuilder();
        if (comparison.untilMs() == 0) {
            return "nothing to compare: the live engine or the shadow engine has sent no command in this time\n";
        }
        comparison.byKind().forEach((kind, all) -> append(text, kind, all));
        boolean isEqual = comparison.byKind().isEmpty();
        return text.append(isEqual ? "no difference" : "differences")
                .append(" in %,d plans that both engines have, up to %s%n"
                        .formatted(comparison.pairs(), Instant.ofEpochMilli(comparison.untilMs())))
                .toString();
    }

    private static void append(StringBuilder text, Kind kind, List<Difference> all) {
        text.append("%,6d  %s%n".formatted(all.size(), kind.words()));
        all.stream()
                .limit(EXAMPLES)
                .forEach(one -> text.append("        %s plan %s: live %s, shadow %s, see %s%n"
                        .formatted(one.symbol(), one.planId(), one.live(), one.shadow(), one.place())));
    }
}
