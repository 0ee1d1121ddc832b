package io.exitbrain.lab.recording;

import io.exitbrain.topology.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The topics that a recording has.
 *
 * @param names all of them, inputs first
 * @param needed those that were asked for by name: the recording fails if one does not exist
 */
record RecordedTopics(List<String> names, Set<String> needed) {

    private static final Topics TOPICS = Topics.live();

    RecordedTopics {
        names = List.copyOf(names);
        needed = Set.copyOf(needed);
    }

    /**
     * The inputs, without {@code exchange-events}: what the engine sends on from there stands in the others. If topics are {@code named},
     * only these. The tables are always there, and with {@code hasOutputs} all outputs.
     *
     * @throws IllegalArgumentException a name is none of the engine's topics
     */
    static RecordedTopics of(List<String> named, boolean hasOutputs) {
        List<String> known = known();
        named.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(
                    "must be topics of the engine, was %s; there are %s".formatted(name, String.join(", ", known)));
        });
        Set<String> chosen = new LinkedHashSet<>(named.isEmpty() ? usual() : named);
        chosen.addAll(tables());
        chosen.addAll(hasOutputs ? TOPICS.outputNames() : List.of());
        return new RecordedTopics(known.stream().filter(chosen::contains).toList(), Set.copyOf(named));
    }

    private static List<String> known() {
        List<String> known = new ArrayList<>(TOPICS.inputNames());
        known.addAll(TOPICS.outputNames());
        return known;
    }

    private static List<String> usual() {
        return TOPICS.inputNames().stream()
                .filter(name -> !name.equals(TOPICS.exchangeEvents().name()))
                .toList();
    }

    private static List<String> tables() {
        return List.of(TOPICS.instruments().name(), TOPICS.exitContext().name());
    }

    /** Those that exist, or must. */
    List<String> on(Collection<String> existing) {
        return names.stream()
                .filter(name -> existing.contains(name) || needed.contains(name))
                .toList();
    }

    boolean hasOutputs() {
        return names.stream().anyMatch(TOPICS.outputNames()::contains);
    }
}
