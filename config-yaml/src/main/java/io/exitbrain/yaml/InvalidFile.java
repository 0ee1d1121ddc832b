package io.exitbrain.yaml;

import java.util.List;

/** A configuration file that cannot be used, with every fault in it: one sentence each, with its path. */
public class InvalidFile extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // List.copyOf is serialisable
    private final List<String> faults;

    /** {@code source} is the name of the file, which starts the message. */
    public InvalidFile(String source, List<String> faults) {
        super("%s: %d fault%s%n  %s"
                .formatted(
                        source,
                        faults.size(),
                        faults.size() == 1 ? "" : "s",
                        String.join(System.lineSeparator() + "  ", faults)));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
