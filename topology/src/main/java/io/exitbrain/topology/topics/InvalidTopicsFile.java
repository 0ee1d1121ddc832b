package io.exitbrain.topology.topics;

import io.exitbrain.yaml.InvalidFile;
import java.util.List;

/** A topics file that cannot be used, with everything that is wrong in it. */
public final class InvalidTopicsFile extends InvalidFile {

    private static final long serialVersionUID = 1L;

    InvalidTopicsFile(String source, List<String> faults) {
        super(source, faults);
    }
}
