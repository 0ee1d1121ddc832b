package io.exitbrain.audit.rederive;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.audit.steps.Step;
import io.exitbrain.domain.policy.Mode;
import io.exitbrain.domain.policy.Policy;
import io.exitbrain.topology.context.FlowContext;
import io.exitbrain.topology.replay.DirectFlow;
import io.exitbrain.topology.replay.FlowDriver;
import java.util.List;
import java.util.Optional;

/** The lines of a file through the engine's topology, which runs without a broker. The lines say when the wall clock advanced. */
final class LineDerivation implements Derivation {

    private final Policy policy;
    private Optional<FlowDriver> driver = Optional.empty();

    LineDerivation(Policy policy) {
        this.policy = policy;
    }

    @Override
    public List<JsonNode> commandsOf(Step step) {
        AuditRecord input = step.input();
        if (input.isClock()) {
            started(0).advanceWallClock(input.timestamp());
        } else {
            started(input.timestamp()).send(input.topic(), input.key(), input.value(), input.timestamp());
        }
        String topic = policy.mode() == Mode.SHADOW ? "shadow.trailing-stop-commands" : "trailing-stop-commands";
        return started(0).emitted().stream()
                .filter(emitted -> emitted.topic().equals(topic))
                .flatMap(emitted -> Derived.command(emitted.key(), emitted.value()).stream())
                .toList();
    }

    private FlowDriver started(long timestamp) {
        if (driver.isEmpty()) {
            driver = Optional.of(DirectFlow.start(FlowContext.with(policy), timestamp));
        }
        return driver.get();
    }

    @Override
    public void close() {
        driver.ifPresent(FlowDriver::close);
    }
}
