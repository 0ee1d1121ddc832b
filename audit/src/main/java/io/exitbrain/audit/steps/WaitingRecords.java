package io.exitbrain.audit.steps;

import io.exitbrain.audit.book.InputReading;
import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.record.Coordinates;
import io.exitbrain.audit.steps.PendingInputs.Pending;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The records of one symbol that were not passed on yet, and what their times say of their order. */
final class WaitingRecords {

    private final PendingInputs inputs;
    private final OutputGroups outputs;
    private final Doubt doubt;
    private final Map<Coordinates, AuditRecord> letters;

    WaitingRecords() {
        this(new PendingInputs(), new OutputGroups(), new Doubt(), Map.of());
    }

    private WaitingRecords(
            PendingInputs inputs, OutputGroups outputs, Doubt doubt, Map<Coordinates, AuditRecord> letters) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.doubt = doubt;
        this.letters = new HashMap<>(letters);
    }

    WaitingRecords copy() {
        return new WaitingRecords(inputs.copy(), outputs.copy(), doubt.copy(), letters);
    }

    void input(AuditRecord record, InputReading reading) {
        inputs.add(new Pending(record, reading));
        doubt.follows(record.topic(), record.timestamp());
    }

    void output(AuditRecord record) {
        outputs.add(record);
        if (record.topic().equals("exit-events") && Output.of(record).cause().isPresent()) {
            // an event has the timestamp of its cause
            doubt.follows(record.topic(), record.timestamp());
        }
    }

    /** A dead letter of {@code input}. */
    void letter(Coordinates input, AuditRecord letter) {
        letters.put(input, letter);
    }

    Optional<AuditRecord> takeLetterOf(Pending input) {
        return input.record().coordinates().flatMap(at -> Optional.ofNullable(letters.remove(at)));
    }

    PendingInputs inputs() {
        return inputs;
    }

    OutputGroups outputs() {
        return outputs;
    }

    /** How far times about {@code time} may be apart and yet say nothing of the order across topics, milliseconds. */
    long doubtAt(long time) {
        return doubt.at(time);
    }

    int size() {
        return inputs.size() + outputs.size();
    }
}
