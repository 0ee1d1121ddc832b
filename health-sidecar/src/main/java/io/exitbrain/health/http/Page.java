package io.exitbrain.health.http;

import io.exitbrain.health.probe.Status;
import io.exitbrain.health.watch.Report;
import io.exitbrain.health.watch.Standing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** The report as people read it: one page without anything from elsewhere. */
final class Page {

    private static final String RESOURCE = "/io/exitbrain/health/page.html";
    private static final String TEMPLATE = template();

    private Page() {}

    static String of(Report report, String version) {
        return TEMPLATE.replace(
                        "{{title}}",
                        Html.escaped(report.status() + " " + report.settings().service()))
                .replace("{{content}}", content(report, version));
    }

    private static String content(Report report, String version) {
        return """
               <header class="%s"><h1>%s</h1><p class="word">%s</p>
               <p class="meta">version %s, up %s, as of %s UTC</p></header>
               %s%s""".formatted(
                        style(report.status()),
                        Html.escaped(report.settings().service()),
                        word(report.status()),
                        Html.escaped(version),
                        inWords(report.uptimeSeconds()),
                        report.timestamp()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString()
                                .replaceAll("[TZ]", " ")
                                .strip(),
                        report.settingsFault().map(Page::settingsFault).orElse(""),
                        report.dependencies().stream().map(Page::card).collect(Collectors.joining()));
    }

    private static String settingsFault(String fault) {
        return """
               <p class="notice">The settings file is not usable, the last good settings are in use: %s</p>
               """.formatted(Html.escaped(fault));
    }

    private static String card(Standing one) {
        return """
               <section class="%s"><h2>%s</h2><p class="word">%s</p><dl>%s</dl>%s%s<div class="strip">%s</div></section>
               """.formatted(
                        style(one.status()),
                        Html.escaped(one.name()),
                        word(one.status()),
                        facts(one),
                        sentence(one),
                        details(one),
                        Strip.of(one.strip()));
    }

    private static String facts(Standing one) {
        StringBuilder facts = new StringBuilder();
        one.latencyMs().ifPresent(ms -> facts.append(fact("latency", String.format(Locale.ROOT, "%.1f ms", ms))));
        if (one.mask().isEmpty()) {
            one.ageSeconds().ifPresent(age -> facts.append(fact("checked", inWords(age) + " ago")));
        }
        one.mask().flatMap(mask -> mask.until()).ifPresent(until -> facts.append(fact("until", until.toString())));
        return facts.append(fact("kind", one.dependency().kind().inWords()))
                .append(fact("critical", one.dependency().isCritical() ? "yes" : "no"))
                .append(fact("address", one.dependency().address().shown()))
                .toString();
    }

    private static String fact(String name, String value) {
        return "<div><dt>%s</dt><dd>%s</dd></div>".formatted(name, Html.escaped(value));
    }

    private static String sentence(Standing one) {
        String damped = one.newest()
                .map(newest -> "The newest probe found %s%s"
                        .formatted(
                                word(newest.status()),
                                newest.error().map(error -> ": " + error).orElse("")))
                .orElse("");
        String error = one.mask().map(mask -> mask.reason()).or(one::error).orElse("");
        return paragraph("error", error) + paragraph("damped", damped);
    }

    private static String details(Standing one) {
        String details = one.details().entrySet().stream()
                .map(entry -> entry.getKey().replace('_', ' ') + " " + inWords(entry.getValue()))
                .collect(Collectors.joining(", "));
        return paragraph("details", details);
    }

    private static String inWords(Object value) {
        return value instanceof Collection<?> all && all.isEmpty()
                ? "none"
                : value.toString().replaceAll("[\\[\\]]", "");
    }

    private static String paragraph(String style, String text) {
        return text.isEmpty() ? "" : "<p class=\"%s\">%s</p>".formatted(style, Html.escaped(text));
    }

    static String word(Status status) {
        return status.name().replace('_', ' ');
    }

    static String style(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

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
