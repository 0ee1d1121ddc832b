package io.exitbrain.health.probe;

import io.exitbrain.health.settings.Dependency;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;

/** Creates the probe for a dependency by its kind. */
public final class Probes {

    private final HttpClient client;

    /** {@code executor} runs the work of the HTTP client, which trusts the certificates of {@code trusted}, or those of the JVM. */
    public Probes(Executor executor, Optional<SSLContext> trusted) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .executor(executor)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY);
        trusted.ifPresent(builder::sslContext);
        client = builder.build();
    }

    public Probe of(Dependency dependency) {
        return switch (dependency.kind()) {
            case REDIS -> new RedisProbe(dependency);
            case KAFKA -> new KafkaProbe(dependency);
            case HTTP -> new HttpProbe(dependency, client);
            case TCP -> new TcpProbe(dependency);
        };
    }
}
