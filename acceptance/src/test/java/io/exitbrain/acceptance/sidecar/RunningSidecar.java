package io.exitbrain.acceptance.sidecar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exitbrain.health.Sidecar;
import io.exitbrain.health.settings.Overrides;
import io.exitbrain.health.settings.SettingsFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A running sidecar and its HTTP answers. */
record RunningSidecar(Sidecar sidecar, HttpClient client) implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    static RunningSidecar of(String yaml) {
        return of(SettingsFile.fixed(yaml, Overrides.NONE));
    }

    static RunningSidecar of(SettingsFile settings) {
        return new RunningSidecar(Sidecar.start(settings, "localhost", 0), HttpClient.newHttpClient());
    }

    HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:%d%s".formatted(sidecar.port(), path));
        return client.send(
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    }

    JsonNode health() throws IOException, InterruptedException {
        return JSON.readTree(ask("/health").body());
    }

    String status() throws IOException, InterruptedException {
        return health().path("status").asText();
    }

    JsonNode dependency(String name) throws IOException, InterruptedException {
        return health().path("dependencies").path(name);
    }

    /** Waits until the dependency has this status and its error contains this text. */
    void awaitDependency(String name, String status, String error) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode dependency = dependency(name);
            assertThat(dependency.path("status").asText())
                    .as(dependency.toString())
                    .isEqualTo(status);
            assertThat(dependency.path("error").asText()).contains(error);
        });
    }

    void awaitOk(String name) {
        awaitDependency(name, "OK", "");
    }

    @Override
    public void close() {
        sidecar.close();
    }
}
