package io.exitbrain.audit.steps;

import io.exitbrain.audit.book.InputReader;
import io.exitbrain.audit.record.AuditRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The steps of a file in which the outputs of an input stand after it and before the next input. */
public final class LineSteps implements StepSource {

    private final InputReader reader;
    private final Consumer<Step> sink;
    private final List<AuditRecord> outputs = new ArrayList<>();
    private Optional<AuditRecord> input = Optional.empty();
    private long now;

    public LineSteps(InputReader reader, Consumer<Step> sink) {
        this.reader = reader;
        this.sink = sink;
    }

    @Override
    public void feed(AuditRecord record) {
        if (record.isInput()) {
            pass();
            input = Optional.of(record);
        } else {
            outputs.add(record);
        }
    }

    private void pass() {
        if (input.isPresent() || !outputs.isEmpty()) {
            AuditRecord cause = input.orElseGet(() -> AuditRecord.clock(0, "before the first input"));
            now = cause.isClock() ? now + cause.timestamp() : cause.timestamp();
            sink.accept(new Step(cause, reader.read(cause), outputs, now));
            outputs.clear();
        }
    }

    @Override
    public void finish() {
        pass();
        input = Optional.empty();
    }
}
