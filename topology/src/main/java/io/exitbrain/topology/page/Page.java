package io.exitbrain.topology.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exitbrain.serdes.input.Symbols;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.KafkaException;

/** The operator's page and what it asks for. Until {@link #show} the files are there, and everything else is 503. */
public final class Page implements AutoCloseable {

    private static final String JSON = "application/json";
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 1_000;

    private final Assets assets = new Assets();
    private final Browsers browsers = new Browsers();
    private volatile Optional<Shown> shown = Optional.empty();

    private record Shown(PageParts parts, FeedThread thread) {}

    /** Shows {@code parts} from now on. */
    public void show(PageParts parts) {
        FeedThread thread = new FeedThread(parts, browsers);
        shown = Optional.of(new Shown(parts, thread));
        thread.start();
    }

    /** Adds the routes of the page to {@code config}. */
    public void routes(JavalinConfig config) {
        assets.paths().forEach(path -> {
            config.routes.get(path, context -> assets.answer(context, path));
            config.routes.head(path, context -> assets.answer(context, path));
        });
        config.routes.get("/stream", this::stream);
        config.routes.get("/events/<symbol>", this::events);
        config.routes.get("/prices/<symbol>", this::prices);
        config.routes.get("/topology", this::topology);
        config.routes.exception(
                KafkaException.class,
                (failure, context) -> unavailable(context, "the brokers do not answer: " + failure.getMessage()));
    }

    @Override
    public void close() {
        browsers.close();
        shown.ifPresent(now -> now.thread().close());
        shown = Optional.empty();
    }

    private void stream(Context context) {
        if (shown.isEmpty()) {
            unavailable(context, "the engine is starting or stopping");
            return;
        }
        Browser browser = new Browser();
        if (browsers.add(browser)) {
            browser.serve(context);
        } else {
            unavailable(context, "%d browsers follow already, or the engine is stopping".formatted(Browsers.MAX));
        }
    }

    private void events(Context context) {
        if (isNoSymbol(context)) {
            return;
        }
        OptionalLong limit = number(context, "limit", DEFAULT_LIMIT);
        if (limit.isEmpty() || limit.getAsLong() < 1 || limit.getAsLong() > MAX_LIMIT) {
            refuse(context, "limit must be a number from 1 to " + MAX_LIMIT + ", was " + context.queryParam("limit"));
            return;
        }
        answer(
                context,
                shown.flatMap(
                        now -> now.parts().history().events(context.pathParam("symbol"), (int) limit.getAsLong())));
    }

    private void prices(Context context) {
        if (isNoSymbol(context)) {
            return;
        }
        OptionalLong from = number(context, "from", 0);
        if (from.isEmpty() || from.getAsLong() < 0) {
            refuse(context, "from must be epoch milliseconds, was " + context.queryParam("from"));
            return;
        }
        answer(
                context,
                shown.flatMap(now -> now.parts().history().prices(context.pathParam("symbol"), from.getAsLong())));
    }

    private void topology(Context context) {
        shown.ifPresentOrElse(
                now -> context.contentType("text/plain; charset=utf-8")
                        .result(now.parts().topology()),
                () -> unavailable(context, "the engine is starting or stopping"));
    }

    /** Whether the path has no symbol; the request is then refused. */
    private static boolean isNoSymbol(Context context) {
        String symbol = context.pathParam("symbol");
        Optional<String> fault = Symbols.faultOf(symbol);
        fault.ifPresent(what -> refuse(context, "not a symbol: \"%s\" %s".formatted(symbol, what)));
        return fault.isPresent();
    }

    /** The query parameter {@code name}; empty if it is no whole number. */
    private static OptionalLong number(Context context, String name, long absent) {
        try {
            return OptionalLong.of(Optional.ofNullable(context.queryParam(name))
                    .map(Long::parseLong)
                    .orElse(absent));
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }

    private void answer(Context context, Optional<ObjectNode> body) {
        body.ifPresentOrElse(
                json -> context.contentType(JSON)
                        .header("Cache-Control", "no-store")
                        .result(json.toString()),
                () -> unavailable(
                        context,
                        shown.isEmpty() ? "the engine is starting or stopping" : "too many look-backs are running"));
    }

    private static void refuse(Context context, String sentence) {
        context.status(HttpStatus.BAD_REQUEST).contentType(JSON).result(error(sentence));
    }

    private static void unavailable(Context context, String sentence) {
        context.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", "1")
                .contentType(JSON)
                .result(error(sentence));
    }

    private static String error(String sentence) {
        return JsonNodeFactory.instance.objectNode().put("error", sentence).toString();
    }
}
