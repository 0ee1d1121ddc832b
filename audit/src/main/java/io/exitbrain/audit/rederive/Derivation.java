package io.exitbrain.audit.rederive;

import com.fasterxml.jackson.databind.JsonNode;
import io.exitbrain.audit.steps.Step;
import java.util.List;

/** Decides on the recorded inputs again. */
interface Derivation extends AutoCloseable {

    /** The commands that the rules give for the input of {@code step}. */
    List<JsonNode> commandsOf(Step step);

    @Override
    void close();
}
