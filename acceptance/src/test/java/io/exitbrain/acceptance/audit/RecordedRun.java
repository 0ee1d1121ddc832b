package io.exitbrain.acceptance.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.audit.checks.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The inputs and outputs of a run. A test can change the outputs of each step. */
final class RecordedRun {

    private final List<Line> inputs;
    private final List<List<Line>> outputs = new ArrayList<>();

    private RecordedRun(List<Line> inputs) {
        this.inputs = inputs;
    }

    static RecordedRun of(List<Line> inputs, EngineUnderTest engine) {
        RecordedRun run = new RecordedRun(inputs);
        inputs.forEach(input -> run.outputs.add(new ArrayList<>(engine.send(input))));
        return run;
    }

    List<List<Line>> outputs() {
        return List.copyOf(outputs);
    }

    /** The outputs of {@code topic} in {@code step}. */
    List<Line> at(int step, String topic) {
        return outputs.get(step).stream()
                .filter(line -> line.topic().equals(topic))
                .toList();
    }

    void drop(int step, String topic) {
        outputs.get(step).removeIf(line -> line.topic().equals(topic));
    }

    void dropAll(int step) {
        outputs.get(step).clear();
    }

    void add(int step, Line line) {
        outputs.get(step).add(line);
    }

    void replace(int step, String topic, UnaryOperator<Line> change) {
        outputs.get(step).replaceAll(line -> line.topic().equals(topic) ? change.apply(line) : line);
    }

    /** {@code line} with changed fields in its value. */
    static Line changed(Line line, Consumer<ObjectNode> change) {
        ObjectNode value = (ObjectNode) line.object().orElseThrow();
        change.accept(value);
        return line.withValue(value.toString());
    }

    /** The findings of an auditor in the first {@code steps} steps. */
    List<Finding> findings(int steps) {
        LineAuditor auditor = new LineAuditor();
        for (int i = 0; i < steps; i++) {
            auditor.observe(inputs.get(i), outputs.get(i));
        }
        return auditor.findings();
    }
}
