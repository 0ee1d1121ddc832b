package io.exitbrain.health.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.exitbrain.access.Door;
import io.exitbrain.health.probe.Status;
import io.exitbrain.health.watch.Report;
import io.exitbrain.health.watch.Watches;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server of the sidecar. It answers from the last findings: no request waits for a probe. */
public final class HealthServer implements AutoCloseable {

    private static final int MAX_THREADS = 16;
    private static final int MIN_THREADS = 4;

    private final Watches watches;
    private final String version;
    private final Metrics metrics;
    private final Javalin server;

    /** The port for the answers is taken. */
    public static final class PortTaken extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        PortTaken(Door door, RuntimeException cause) {
            super(
                    "cannot listen on %s://%s:%d (%s); choose another port with --port or SIDECAR_PORT"
                            .formatted(door.access().scheme(), door.host(), door.port(), cause.getMessage()),
                    cause);
        }
    }

    /**
     * Listens at {@code door}; throws {@link PortTaken} if its port is taken.
     *
     * @param advertised a further name, {@code host} or {@code host:port}, under which requests are answered
     */
    public static HealthServer start(Watches watches, String version, Door door, Optional<String> advertised) {
        HealthServer server = new HealthServer(watches, version, door, advertised);
        try {
            server.server.start();
            return server;
        } catch (RuntimeException failure) {
            server.close();
            throw new PortTaken(door, failure);
        }
    }

    private HealthServer(Watches watches, String version, Door door, Optional<String> advertised) {
        this.watches = watches;
        this.version = version;
        this.metrics = new Metrics(watches);
        this.server = Javalin.create(config -> {
            door.addTo(config, List.of(door.host(), advertised.orElse(door.host())));
            configure(config);
        });
    }

    public int port() {
        return server.port();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.jetty.threadPool = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
        config.routes.before(context -> context.header("Cache-Control", "no-store"));
        config.routes.get("/", context -> context.html(Page.of(watches.report(), version)));
        config.routes.get("/health", this::health);
        config.routes.get("/health/live", context -> status(context, watches.isAlive()));
        config.routes.get(
                "/health/ready", context -> status(context, watches.report().isReady()));
        config.routes.get(
                "/metrics",
                context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                        .result(metrics.scrape()));
        config.routes.error(404, HealthServer::notFound);
    }

    private static void notFound(Context context) {
        String error = "there is nothing at " + context.path() + "; try /health, /metrics or /";
        json(context, JsonNodeFactory.instance.objectNode().put("error", error));
    }

    private void health(Context context) {
        Report report = watches.report();
        boolean isGood = report.status() != Status.DOWN || report.settings().always200();
        context.status(isGood ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
        json(context, HealthJson.of(report, version));
    }

    private static void status(Context context, boolean isGood) {
        context.status(isGood ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
        json(context, JsonNodeFactory.instance.objectNode().put("status", isGood ? "OK" : "DOWN"));
    }

    private static void json(Context context, JsonNode body) {
        context.result(body.toString()).contentType("application/json");
    }

    @Override
    public void close() {
        server.stop();
        metrics.close();
    }
}
