package io.exitbrain.topology.topics;

import java.util.List;

/** A topics file that cannot be used, with everything that is wrong in it. */
public final class InvalidTopicsFile extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // List.copyOf is serialisable
    private final List<String> faults;

    InvalidTopicsFile(String source, List<String> faults) {
        super("%s: %d fault%s%n  %s"
                .formatted(
                        source,
                        faults.size(),
                        faults.size() == 1 ? "" : "s",
                        String.join(System.lineSeparator() + "  ", faults)));
        this.faults = List.copyOf(faults);
    }

    /** One sentence each: the path in the file, what was expected, what was found. */
    public List<String> faults() {
        return faults;
    }
}
