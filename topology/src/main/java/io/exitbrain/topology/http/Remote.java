package io.exitbrain.topology.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exitbrain.access.Access;
import io.exitbrain.access.PeerClient;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A client of the other instances. An instance answers such a request only from its own partitions. */
final class Remote {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int REFUSED = 401;

    private final PeerClient client;

    /** {@code access} is that of this instance: the instances of a group have the same. */
    Remote(Access access) {
        this.client = new PeerClient(access, TIMEOUT);
    }

    /** {@code text} encoded for a path or a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The other instance's own answer to {@code path}; throws {@link NotReady} if it does not answer. */
    Answer get(String address, String path) {
        try {
            HttpResponse<String> response = send(address, path).join();
            if (response.statusCode() == REFUSED) {
                throw new NotReady(
                        "the instance that owns it, %s, refuses the token of this one: all instances need the same token"
                                .formatted(address));
            }
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Retry-After").map(Integer::valueOf),
                    false);
        } catch (CompletionException unreachable) {
            throw new NotReady(
                    "the instance that owns it, %s, does not answer: %s".formatted(address, unreachable.getCause()));
        }
    }

    /** The body of the other instance's own answer to {@code path}; empty if it does not answer, or not with 200. */
    CompletableFuture<Optional<JsonNode>> ask(String address, String path) {
        return send(address, path)
                .handle((response, unreachable) -> unreachable == null && response.statusCode() == 200
                        ? parsed(response.body())
                        : Optional.empty());
    }

    private CompletableFuture<HttpResponse<String>> send(String address, String path) {
        String ownPart = path + (path.contains("?") ? "&" : "?") + "local=true";
        return client.http().sendAsync(client.question(address, ownPart), HttpResponse.BodyHandlers.ofString());
    }

    private static Optional<JsonNode> parsed(String body) {
        try {
            return Optional.of(JSON.readTree(body));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }
}
