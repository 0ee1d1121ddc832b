package io.exitbrain.topology.takeover;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Asks another instance who it is. */
final class IdentityQuestion {

    /** The path at which an instance tells its identity. */
    private static final String PATH = "/instance";

    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final String application;

    /** Only instances of {@code application} count. */
    IdentityQuestion(String application) {
        this.application = application;
    }

    /**
     * The identity of the instance at {@code address}; empty if what answers there does not tell one of our
     * application. Throws {@link IOException} if nothing answers.
     */
    Optional<Identity> ask(String address) throws IOException, InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(URI.create("http://" + address + PATH))
                .timeout(TIMEOUT)
                .build();
        HttpResponse<String> answer = client.send(question, HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() != OK
                ? Optional.empty()
                : Identity.in(answer.body()).filter(one -> one.application().equals(application));
    }
}
