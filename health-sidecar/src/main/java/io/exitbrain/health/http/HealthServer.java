package io.exitbrain.health.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.exitbrain.health.probe.Status;
import io.exitbrain.health.watch.Board;
import io.exitbrain.health.watch.Report;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The sidecar's answers over HTTP, all from what was last seen: no request waits for a probe. */
public final class HealthServer implements AutoCloseable {

    private static final int MOST_THREADS = 16;
    private static final int LEAST_THREADS = 4;

    private final Board board;
    private final String version;
    private final Metrics metrics;
    private final Javalin server;

    /** Listens on {@code port}, 0 = any free one; throws {@link PortTaken} where it is taken. */
    public static HealthServer start(Board board, String version, String host, int port) {
        HealthServer server = new HealthServer(board, version);
        try {
            server.server.start(host, port);
            return server;
        } catch (RuntimeException failure) {
            server.close();
            throw new PortTaken(host, port, failure);
        }
    }

    private HealthServer(Board board, String version) {
        this.board = board;
        this.version = version;
        this.metrics = new Metrics(board);
        this.server = Javalin.create(this::configure);
    }

    public int port() {
        return server.port();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
        config.routes.before(context -> context.header("Cache-Control", "no-store"));
        config.routes.get("/", context -> context.html(Page.of(board.report(), version)));
        config.routes.get("/health", this::health);
        config.routes.get("/health/live", context -> plain(context, board.isAlive()));
        config.routes.get(
                "/health/ready", context -> plain(context, board.report().isReady()));
        config.routes.get(
                "/metrics",
                context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                        .result(metrics.scrape()));
        config.routes.error(
                404,
                context -> json(
                        context,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put(
                                        "error",
                                        "there is nothing at " + context.path() + "; try /health, /metrics or /")));
    }

    private void health(Context context) {
        Report report = board.report();
        boolean isGood = report.status() != Status.DOWN || report.settings().always200();
        context.status(isGood ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
        json(context, HealthJson.of(report, version));
    }

    private static void plain(Context context, boolean isGood) {
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
