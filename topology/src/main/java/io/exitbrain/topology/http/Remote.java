package io.exitbrain.topology.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A client of the other instances. An instance answers such a request only from its own partitions. */
final class Remote {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    /** The other instance's own answer to {@code path}. */
    Answer get(String address, String path) {
        HttpResponse<String> response = send(address, path);
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("Retry-After").map(Integer::valueOf));
    }

    /** The plans of the symbols that the other instance owns, by symbol. */
    Map<String, ObjectNode> plans(String address) {
        HttpResponse<String> response = send(address, "/plans");
        if (response.statusCode() != 200) {
            throw new NotReady(address + " answered " + response.statusCode());
        }
        Map<String, ObjectNode> plans = new HashMap<>();
        for (JsonNode entry : parse(address, response.body())) {
            plans.put(entry.path("symbol").asText(), (ObjectNode) entry);
        }
        return plans;
    }

    private HttpResponse<String> send(String address, String path) {
        URI uri = URI.create("http://" + address + path + (path.contains("?") ? "&" : "?") + "local=true");
        try {
            return client.send(
                    HttpRequest.newBuilder(uri).timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new NotReady("the instance that owns it, " + address + ", does not answer: " + unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NotReady("interrupted while asking " + address);
        }
    }

    private static JsonNode parse(String address, String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            throw new NotReady(address + " did not answer with JSON");
        }
    }
}
