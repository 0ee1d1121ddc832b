package io.exitbrain.audit.rederive;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.audit.record.AuditRecord;
import io.exitbrain.domain.decision.StopCommand;
import io.exitbrain.serdes.output.StopCommandWriter;
import java.util.Optional;

/** A derived command as the engine would write it. */
final class Derived {

    private static final StopCommandWriter WRITER = new StopCommandWriter();

    private Derived() {}

    static Optional<JsonNode> command(Optional<String> key, Optional<byte[]> value) {
        return AuditRecord.at("derived", "trailing-stop-commands", key, value, Optional.empty(), 0)
                .object();
    }

    static Optional<JsonNode> command(StopCommand command) {
        return command(Optional.of(command.symbol()), Optional.ofNullable(WRITER.serialize("", command)));
    }
}
