package io.exitbrain.lab.policydiff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.exitbrain.domain.decision.ExitPlan;
import io.exitbrain.serdes.output.OutputSerdes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The comparison as one JSON object. Plans have the form of {@code exit-plans}. */
final class DiffJson {

    private DiffJson() {}

    /** {@code positions} is empty if no brokers were asked; the field is then null. */
    static String of(List<Change> changes, Optional<List<Replanned>> positions) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        ArrayNode settings = object.putArray("changes");
        changes.forEach(change -> settings.addObject()
                .put("path", change.path())
                .put("from", change.from())
                .put("to", change.to())
                .put("meaning", change.meaning())
                .put("appliesAtOnce", change.isAtOnce()));
        if (positions.isPresent()) {
            ArrayNode open = object.putArray("positions");
            positions.get().forEach(position -> add(open.addObject(), position));
        } else {
            object.putNull("positions");
        }
        return object.toString();
    }

    private static void add(ObjectNode object, Replanned position) {
        object.putRawValue("plan", raw(position.living()));
        position.fresh()
                .ifPresentOrElse(fresh -> object.putRawValue("newPlan", raw(fresh)), () -> object.putNull("newPlan"));
        object.put("exitAtOnce", position.exit().map(Enum::name).orElse(null));
    }

    private static RawValue raw(ExitPlan plan) {
        byte[] json = OutputSerdes.exitPlan().serializer().serialize("exit-plans", plan);
        return new RawValue(new String(json, StandardCharsets.UTF_8));
    }
}
