package io.exitbrain.lab.costs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.exitbrain.yaml.FileFault;
import io.exitbrain.yaml.InvalidFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads funding rates: one JSON object a line, {@code {"symbol":"BTCUSDT","time":1764000000000,"rate":"0.0001"}}. */
public final class FundingFile {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** No exchange pays more at once. */
    private static final double LARGEST = 0.2;

    private FundingFile() {}

    /** Reads {@code file}; it throws {@link InvalidFile} with every fault and its line. */
    public static Funding at(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("funding: " + FileFault.of(file, unreadable), unreadable);
        }
        Map<String, Map<Long, Double>> bySymbol = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                take(lines.get(i), i + 1, bySymbol, faults);
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidFile(file.toString(), faults);
        }
        return new Funding(bySymbol);
    }

    private static void take(String line, int number, Map<String, Map<Long, Double>> bySymbol, List<String> faults) {
        try {
            JsonNode fields = JSON.readTree(line);
            JsonNode time = fields.path("time");
            double rate = Double.parseDouble(fields.path("rate").asText("none"));
            boolean isWhole = fields.size() == 3 && fields.path("symbol").isTextual() && time.canConvertToLong();
            if (!isWhole || time.longValue() <= 0 || !(Math.abs(rate) <= LARGEST)) {
                faults.add("line %d: must have symbol, time in epoch milliseconds and rate within %s, was %s"
                        .formatted(number, LARGEST, line));
                return;
            }
            bySymbol.computeIfAbsent(fields.path("symbol").asText(), symbol -> new HashMap<>())
                    .put(time.longValue(), rate);
        } catch (JsonProcessingException notJson) {
            faults.add("line %d: is not JSON: %s".formatted(number, notJson.getOriginalMessage()));
        } catch (NumberFormatException noNumber) {
            faults.add("line %d: rate must be a number, was %s".formatted(number, line));
        }
    }
}
