package io.exitbrain.chaos;

import io.exitbrain.chaos.blow.BlowKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The gaps of one kind of blow, in milliseconds.
 *
 * @param p50 of an even number the larger of the two in the middle
 */
record Gaps(int count, long p50, long max) {

    static Map<BlowKind, Gaps> byKind(List<BlowResult> blows) {
        Map<BlowKind, List<Long>> gaps = new EnumMap<>(BlowKind.class);
        blows.forEach(blow ->
                gaps.computeIfAbsent(blow.kind(), kind -> new ArrayList<>()).add(blow.gapMs()));
        Map<BlowKind, Gaps> summaries = new EnumMap<>(BlowKind.class);
        gaps.forEach((kind, all) -> summaries.put(kind, of(all)));
        return summaries;
    }

    private static Gaps of(List<Long> gaps) {
        List<Long> sorted = gaps.stream().sorted().toList();
        return new Gaps(sorted.size(), sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
    }
}
