package io.exitbrain.audit.steps;

import io.exitbrain.audit.book.InputReading;
import io.exitbrain.audit.record.AuditRecord;
import java.util.List;

/**
 * One decision of the engine: an input, what it means, and the outputs.
 *
 * @param timestamp timestamp of the input, epoch milliseconds; of a step of the wall clock that of its outputs
 */
public record Step(AuditRecord input, InputReading reading, List<AuditRecord> outputs, long timestamp) {

    public Step {
        outputs = List.copyOf(outputs);
    }

    /** The outputs that are commands. */
    public List<AuditRecord> commands() {
        return outputs.stream()
                .filter(output -> output.topic().equals("trailing-stop-commands"))
                .toList();
    }
}
