package io.exitbrain.health.http;

import io.exitbrain.health.probe.Status;
import io.exitbrain.health.watch.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** The report for people: one HTML page that loads nothing from elsewhere. */
final class Page {

    private static final String RESOURCE = "/io/exitbrain/health/page.html";
    private static final String TEMPLATE = template();

    private Page() {}

    static String of(Report report, String version) {
        return TEMPLATE.replace(
                        "{{title}}",
                        escaped(report.status() + " " + report.settings().service()))
                .replace("{{content}}", content(report, version));
    }

    private static String content(Report report, String version) {
        return header(report, version)
                + report.settingsFault().map(Page::settingsFault).orElse("")
                + report.dependencies().stream().map(DependencyCard::of).collect(Collectors.joining());
    }

    private static String header(Report report, String version) {
        return """
               <header class="%s"><h1>%s</h1><p class="word">%s</p>
               <p class="meta">version %s, up %s, as of %s UTC</p></header>
               """.formatted(
                        style(report.status()),
                        escaped(report.settings().service()),
                        word(report.status()),
                        escaped(version),
                        inWords(report.uptimeSeconds()),
                        report.timestamp()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString()
                                .replaceAll("[TZ]", " ")
                                .strip());
    }

    private static String settingsFault(String fault) {
        return """
               <p class="notice">The settings file is not usable, the last good settings are in use: %s</p>
               """.formatted(escaped(fault));
    }

    /** {@code text} that is safe in a page. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String word(Status status) {
        return status.name().replace('_', ' ');
    }

    static String style(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /** {@code 1.6 s}, {@code 2 min 5 s} or {@code 3 h 10 min}. */
    static String inWords(double seconds) {
        Duration time = Duration.ofSeconds((long) seconds);
        if (time.toMinutes() == 0) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return time.toHours() == 0
                ? "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart())
                : "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
    }

    private static String template() {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(RESOURCE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
