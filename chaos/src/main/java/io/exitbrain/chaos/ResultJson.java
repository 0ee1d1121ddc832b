package io.exitbrain.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.audit.VerdictJson;

/** A result as one JSON object on one line. Times are milliseconds. */
final class ResultJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ResultJson() {}

    static String of(ChaosResult result) {
        ObjectNode json = JSON.createObjectNode().put("good", result.isGood()).put("seed", result.seed());
        ArrayNode blows = json.putArray("blows");
        result.blows().forEach(blow -> blows.add(of(blow)));
        ObjectNode kinds = json.putObject("gaps");
        Gaps.byKind(result.blows())
                .forEach((kind, gaps) -> kinds.putObject(kind.label())
                        .put("count", gaps.count())
                        .put("p50Ms", gaps.p50())
                        .put("maxMs", gaps.max()));
        result.failures().forEach(json.putArray("failures")::add);
        result.verdict().ifPresent(verdict -> json.set("audit", parsed(VerdictJson.of(verdict))));
        return json.toString();
    }

    private static ObjectNode of(BlowResult blow) {
        return JSON.createObjectNode()
                .put("kind", blow.kind().label())
                .put("atMs", blow.atMs())
                .put("what", blow.what())
                .put("gapMs", blow.gapMs())
                .put("backMs", blow.backMs());
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the audit wrote JSON that cannot be read: " + json, impossible);
        }
    }
}
