package io.exitbrain.topology.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Supplier;

/** The path at which an instance tells the others under which names the brokers know it. */
final class InstanceRoute {

    private static final String PATH = "/instance";
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final Supplier<Optional<String>> identity;

    /** {@code identity} is JSON; empty if this instance must not be replaced: it starts, it stops, or take-over is off. */
    InstanceRoute(Supplier<Optional<String>> identity) {
        this.identity = identity;
    }

    void addTo(JavalinConfig config) {
        config.routes.get(PATH, this::answer);
        config.routes.head(PATH, this::answer);
    }

    private void answer(Context context) {
        Optional<String> told = identity.get();
        context.status(told.isPresent() ? OK : UNAVAILABLE)
                .contentType("application/json")
                .result(told.orElse("{\"error\":\"this instance starts, stops, or runs without take-over\"}"));
    }
}
