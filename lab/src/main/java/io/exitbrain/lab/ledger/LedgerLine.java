package io.exitbrain.lab.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.lab.ledger.Entry.Look;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An entry as a JSON object on one line. */
final class LedgerLine {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LedgerLine() {}

    static String of(Entry entry) {
        ObjectNode json = JSON.createObjectNode()
                .put("time", entry.time().toString())
                .put("input", entry.input())
                .put("look", entry.look().name());
        entry.configurations().forEach(json.putArray("configurations")::add);
        return json.toString();
    }

    /** @throws IllegalArgumentException if the line is no entry; the message says why */
    static Entry parse(String line) {
        try {
            return entry(JSON.readTree(line));
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("not JSON: " + notJson.getOriginalMessage(), notJson);
        } catch (DateTimeException noTime) {
            throw new IllegalArgumentException(
                    "time must be like 2026-11-01T00:00:00Z: " + noTime.getMessage(), noTime);
        }
    }

    private static Entry entry(JsonNode json) {
        JsonNode configurations = json.path("configurations");
        if (!configurations.isArray()) {
            throw new IllegalArgumentException("configurations must be a list, was " + shown(configurations));
        }
        List<String> hashes = new ArrayList<>();
        configurations.forEach(hash -> hashes.add(text(hash, "a configuration")));
        return new Entry(
                Instant.parse(text(json.path("time"), "time")),
                text(json.path("input"), "input"),
                look(text(json.path("look"), "look")),
                hashes);
    }

    private static Look look(String word) {
        for (Look look : Look.values()) {
            if (look.name().equals(word)) {
                return look;
            }
        }
        throw new IllegalArgumentException("look must be IN_SAMPLE or HOLDOUT, was " + word);
    }

    private static String text(JsonNode value, String name) {
        if (!value.isTextual()) {
            throw new IllegalArgumentException("%s must be a text, was %s".formatted(name, shown(value)));
        }
        return value.textValue();
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "missing" : value.toString();
    }
}
