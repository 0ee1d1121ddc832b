package io.exitbrain.topology.http;

import io.exitbrain.serdes.input.Symbols;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The paths of the HTTP server. Everything is read-only. */
final class Routes {

    private static final String JSON = "application/json";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    /** Set on requests that a route answered, because its 404 has a more specific message. */
    private static final String ANSWERED = "answered";

    /** The role of the store that answered, for the metrics. */
    private static final String ROLE = "role";

    private final Supplier<Optional<QueryServer.Served>> served;

    /** {@code served} is empty until the engine is built. */
    Routes(Supplier<Optional<QueryServer.Served>> served) {
        this.served = served;
    }

    void addTo(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        plans(config);
        positions(config);
        health(config);
        read(
                config,
                "/metrics",
                context -> context.contentType(PROMETHEUS)
                        .result(served().metrics().scrape()));
        read(config, "/openapi.json", context -> context.contentType(JSON).result(openApi()));
        config.routes.exception(NotReady.class, (notReady, context) -> answer(context, Answer.notReady(notReady)));
        faults(config);
        config.routes.after(this::count);
    }

    private QueryServer.Served served() {
        return served.get().orElseThrow(() -> new NotReady("the engine is starting or stopping"));
    }

    /** Counts a query. A path that no route has is one label, whatever it is. */
    private void count(Context context) {
        String role = context.attribute(ROLE);
        if (role != null) {
            Endpoint route = context.endpoints().lastHttpEndpoint();
            String path = route == null ? "none" : route.path;
            served.get().ifPresent(now -> now.metrics().queried(path, role, context.statusCode()));
        }
    }

    private void plans(JavalinConfig config) {
        read(
                config,
                "/plans",
                context -> answer(context, served().queries().plans().all(Parameters.wanted(context))));
        read(
                config,
                "/plans/{symbol}",
                context ->
                        ofSymbol(context, symbol -> served().queries().plans().of(symbol, Parameters.scope(context))));
        read(
                config,
                "/plans/{symbol}/trailing",
                context -> ofSymbol(
                        context,
                        symbol -> served().queries()
                                .plans()
                                .trailing(
                                        symbol,
                                        Optional.ofNullable(context.queryParam("positionSide")),
                                        Parameters.scope(context))));
    }

    private void positions(JavalinConfig config) {
        read(
                config,
                "/positions",
                context -> answer(context, served().queries().positions().all(Parameters.wanted(context))));
        read(
                config,
                "/positions/unprotected",
                context -> answer(context, served().queries().positions().unprotected(Parameters.wanted(context))));
    }

    private void health(JavalinConfig config) {
        read(
                config,
                "/health",
                context -> answer(context, Answer.of(served().health().report())));
        read(
                config,
                "/health/live",
                context -> answer(context, Answer.of(served().health().live())));
        read(
                config,
                "/health/ready",
                context -> answer(context, Answer.of(served().health().ready())));
    }

    private static void faults(JavalinConfig config) {
        config.routes.error(404, context -> {
            if (context.attribute(ANSWERED) == null) {
                answer(
                        context,
                        Answer.error(
                                404,
                                "there is nothing at " + context.path()
                                        + "; try /plans, /health or /metrics, or / for the page"));
            }
        });
        config.routes.error(
                405,
                context -> answer(
                        context,
                        Answer.error(
                                405, "%s is not allowed: everything here is read-only".formatted(context.method()))));
        config.routes.error(500, context -> {
            if (context.attribute(ANSWERED) == null) {
                answer(context, Answer.error(500, "a defect of the engine; its log has the stack trace"));
            }
        });
    }

    /** A path to read. Javalin would answer HEAD by itself, with 200 for everything. */
    private static void read(JavalinConfig config, String path, Handler handler) {
        config.routes.get(path, handler);
        config.routes.head(path, handler);
    }

    /** The answer for the symbol in the path, or 400 if it is no symbol. */
    private static void ofSymbol(Context context, Function<String, Answer> query) {
        String symbol = context.pathParam("symbol");
        answer(
                context,
                Symbols.faultOf(symbol)
                        .map(fault -> Answer.error(400, "not a symbol: \"%s\" %s".formatted(symbol, fault)))
                        .orElseGet(() -> query.apply(symbol)));
    }

    private static String openApi() {
        try (InputStream file =
                Objects.requireNonNull(Routes.class.getResourceAsStream("openapi.json"), "openapi.json is packaged")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void answer(Context context, Answer answer) {
        context.attribute(ANSWERED, true);
        context.attribute(ROLE, answer.status() != 200 ? "none" : answer.isStale() ? "standby" : "active");
        context.status(HttpStatus.forStatus(answer.status()));
        answer.retryAfterSeconds().ifPresent(seconds -> context.header("Retry-After", String.valueOf(seconds)));
        context.result(answer.json()).contentType(JSON);
    }
}
