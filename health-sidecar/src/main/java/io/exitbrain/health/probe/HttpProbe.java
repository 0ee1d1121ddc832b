package io.exitbrain.health.probe;

import io.exitbrain.health.settings.Dependency;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Checks an HTTP dependency by the code of its answer and by the {@code status} in the body. */
final class HttpProbe implements Probe {

    private final Dependency dependency;
    private final HttpClient client;
    private final URI uri;

    HttpProbe(Dependency dependency, HttpClient client) {
        this.dependency = dependency;
        this.client = client;
        this.uri = dependency.address().uri();
    }

    @Override
    public Finding check(Attempt attempt) throws IOException, InterruptedException {
        long startNanos = System.nanoTime();
        HttpResponse<HttpBody> answer = client.send(request(attempt), response -> HttpBody.reader());
        return HttpVerdict.of(answer.statusCode(), answer.body(), Attempt.msSince(startNanos), dependency);
    }

    private HttpRequest request(Attempt attempt) {
        HttpRequest.Builder request = HttpRequest.newBuilder(withoutUser())
                .timeout(attempt.remaining())
                .header("Accept", "application/json")
                .GET();
        if (dependency.token().isPresent()) {
            request.header("Authorization", dependency.token().get().header());
        } else if (uri.getUserInfo() != null) {
            byte[] user = uri.getUserInfo().getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(user));
        }
        return request.build();
    }

    private URI withoutUser() {
        return uri.getRawUserInfo() == null
                ? uri
                : URI.create(uri.toString().replaceFirst(Pattern.quote(uri.getRawUserInfo() + "@"), ""));
    }
}
