package io.exitbrain.topology.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses requests that change something, and requests under a foreign host name. A foreign page can point a name of its own at this
 * address (DNS rebinding) and read the answers; it cannot do so with an address, so addresses pass.
 */
public final class RequestGuard {

    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-f:.%]+]");
    private static final Pattern PORT = Pattern.compile(":[0-9]*$");

    private final Set<String> names;

    /** {@code bound} is the host of the server, {@code advertised} the {@code host:port} at which other instances reach it. */
    public RequestGuard(String bound, String advertised) {
        this.names = Set.copyOf(List.of("localhost", bound.toLowerCase(Locale.ROOT), nameOf(advertised)));
    }

    /** Ends a request with 405 or 403 if it must not be answered. */
    public void check(Context context) {
        if (!READING.contains(context.method())) {
            context.header("Allow", "GET, HEAD");
            refuse(
                    context,
                    HttpStatus.METHOD_NOT_ALLOWED,
                    "only GET and HEAD are answered: nothing can be changed here");
        } else if (!isOurs(Optional.ofNullable(context.header("Host")))) {
            refuse(
                    context,
                    HttpStatus.FORBIDDEN,
                    "the host name is not known here: use localhost, an IP address, http.host or the name in http.advertised");
        }
    }

    private boolean isOurs(Optional<String> host) {
        return host.map(RequestGuard::nameOf)
                .map(name -> ADDRESS.matcher(name).matches() || names.contains(name))
                // HTTP/1.0. A browser always sends a host.
                .orElse(true);
    }

    private static String nameOf(String host) {
        return PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT);
    }

    private static void refuse(Context context, HttpStatus status, String sentence) {
        context.status(status)
                .contentType("application/json")
                .result(JsonNodeFactory.instance
                        .objectNode()
                        .put("error", sentence)
                        .toString());
        context.skipRemainingHandlers();
    }
}
