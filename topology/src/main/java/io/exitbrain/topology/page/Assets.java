package io.exitbrain.topology.page;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of the page, by their names. Nothing else of the class path can be asked for. */
final class Assets {

    private static final String HERE = "/io/exitbrain/topology/page/";
    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/dist/";
    private static final List<String> OWN = List.of(
            "page.css",
            "page.js",
            "stream.js",
            "table.js",
            "panel.js",
            "chart.js",
            "lists.js",
            "flow.js",
            "format.js",
            "dom.js",
            "theme.js",
            "icon-ok.svg",
            "icon-bad.svg",
            "icon-stale.svg");
    private static final List<String> OF_UPLOT = List.of("uPlot.iife.min.js", "uPlot.min.css");

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, Asset> assets = new TreeMap<>();

    private record Asset(byte[] bytes, String type, String caching) {}

    /** All files, read into memory. */
    Assets() {
        assets.put("/", asset(HERE + "index.html", "no-cache"));
        OWN.forEach(name -> assets.put("/page/" + name, asset(HERE + name, "no-cache")));
        OF_UPLOT.forEach(
                name -> assets.put("/page/uplot-1.6.30/" + name, asset(UPLOT + name, "max-age=31536000, immutable")));
    }

    /** The paths of all files. */
    Iterable<String> paths() {
        return assets.keySet();
    }

    /** Answers with the file at {@code path}, which is one of {@link #paths}. */
    void answer(Context context, String path) {
        Asset asset = Optional.ofNullable(assets.get(path)).orElseThrow();
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", asset.caching())
                .contentType(asset.type())
                .result(asset.bytes());
    }

    private static Asset asset(String resource, String caching) {
        String ending = resource.substring(resource.lastIndexOf('.') + 1);
        String type = Optional.ofNullable(TYPES.get(ending)).orElseThrow();
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("a file of the page is missing: " + resource);
            }
            return new Asset(in.readAllBytes(), type, caching);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
