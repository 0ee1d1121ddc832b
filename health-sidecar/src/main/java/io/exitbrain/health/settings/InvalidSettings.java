package io.exitbrain.health.settings;

import java.util.List;

/** Settings that cannot be used, with everything that is wrong in them: one sentence each, with its path. */
public final class InvalidSettings extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // List.copyOf is serialisable
    private final List<String> faults;

    InvalidSettings(String source, List<String> faults) {
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
