package io.exitbrain.access;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses requests that change something or bring a body, and requests under a foreign host name or from a foreign
 * page. A foreign page can point a name of its own at this address (DNS rebinding) and read the answers; it cannot do
 * so with an address, so addresses pass.
 */
final class NameGuard {

    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-f:.%]+]");
    private static final Pattern PORT = Pattern.compile(":[0-9]*$");
    private static final Pattern SCHEME = Pattern.compile("^https?://");

    private final Set<String> names;

    /** {@code names} are the host names of the server, with or without a port. */
    NameGuard(Collection<String> names) {
        this.names = Stream.concat(Stream.of("localhost"), names.stream().map(NameGuard::nameOf))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Ends a request with 405, 413 or 403 if it must not be answered. */
    void check(Context context) {
        if (!READING.contains(context.method())) {
            context.header("Allow", "GET, HEAD");
            Refusal.of(
                    context,
                    HttpStatus.METHOD_NOT_ALLOWED,
                    "only GET and HEAD are answered: nothing can be changed here");
        } else if (hasBody(context)) {
            // What follows is not read, so it must not be taken for the next request.
            context.header("Connection", "close");
            Refusal.of(context, HttpStatus.CONTENT_TOO_LARGE, "a request has no body here");
        } else if (!isOurs(Optional.ofNullable(context.header("Host")))) {
            Refusal.of(
                    context,
                    HttpStatus.FORBIDDEN,
                    "the host name is not known here: use localhost, an IP address, or the configured host or advertised name");
        } else if (!isOurPage(Optional.ofNullable(context.header("Origin")))) {
            Refusal.of(context, HttpStatus.FORBIDDEN, "the request comes from a page of another site");
        }
    }

    private static boolean hasBody(Context context) {
        return context.req().getContentLengthLong() > 0 || context.header("Transfer-Encoding") != null;
    }

    private boolean isOurs(Optional<String> host) {
        return host.map(NameGuard::nameOf)
                .map(name -> ADDRESS.matcher(name).matches() || names.contains(name))
                // HTTP/1.0. A browser always sends a host.
                .orElse(true);
    }

    /** A request that no page has made has no origin. That of a file or of a page without a site is the text null. */
    private boolean isOurPage(Optional<String> origin) {
        return origin.map(site -> SCHEME.matcher(site).find()
                        && isOurs(Optional.of(SCHEME.matcher(site).replaceFirst(""))))
                .orElse(true);
    }

    private static String nameOf(String host) {
        return PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT);
    }
}
