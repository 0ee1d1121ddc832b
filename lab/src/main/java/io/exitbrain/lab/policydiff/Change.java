package io.exitbrain.lab.policydiff;

import io.exitbrain.domain.policy.Policy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A setting that differs.
 *
 * @param path the path in the policy file
 * @param from the value in the first policy, {@code none} if it has no such setting
 * @param to the value in the second policy, {@code none} if it has no such setting
 */
record Change(String path, String from, String to) {

    private static final String NONE = "none";

    /** In the order of docs/policy.md. */
    static List<Change> between(Policy from, Policy to) {
        Map<String, String> before = Settings.of(from);
        Map<String, String> after = Settings.of(to);
        Set<String> paths = new LinkedHashSet<>(before.keySet());
        paths.addAll(after.keySet());
        return paths.stream()
                .map(path -> new Change(path, before.getOrDefault(path, NONE), after.getOrDefault(path, NONE)))
                .filter(change -> !change.from().equals(change.to()))
                .toList();
    }

    String meaning() {
        return Meanings.of(path);
    }

    /** Whether it applies to living plans at once. */
    boolean isAtOnce() {
        return Meanings.isAtOnce(path);
    }
}
