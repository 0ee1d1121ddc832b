package io.exitbrain.health.http;

import io.exitbrain.health.probe.Finding;
import io.exitbrain.health.settings.Mask;
import io.exitbrain.health.watch.DependencyStatus;
import io.exitbrain.health.watch.DependencyStatus.Mark;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The part of the page about one dependency. */
final class DependencyCard {

    private static final int STRIP_LENGTH = 100;

    private DependencyCard() {}

    static String of(DependencyStatus one) {
        return """
               <section class="%s"><h2>%s</h2><p class="word">%s</p><dl>%s</dl>%s%s<div class="strip">%s</div></section>
               """.formatted(
                        Page.style(one.status()),
                        Page.escaped(one.name()),
                        Page.word(one.status()),
                        facts(one),
                        sentences(one),
                        details(one),
                        strip(one.strip()));
    }

    private static String facts(DependencyStatus one) {
        StringBuilder facts = new StringBuilder();
        one.latencyMs().ifPresent(ms -> facts.append(fact("latency", String.format(Locale.ROOT, "%.1f ms", ms))));
        if (one.mask().isEmpty()) {
            one.ageSeconds().ifPresent(age -> facts.append(fact("checked", Page.inWords(age) + " ago")));
        }
        one.mask().flatMap(Mask::until).ifPresent(until -> facts.append(fact("until", until.toString())));
        return facts.append(fact("kind", one.dependency().kind().inWords()))
                .append(fact("critical", one.dependency().isCritical() ? "yes" : "no"))
                .append(fact("address", one.dependency().address().shown()))
                .toString();
    }

    private static String fact(String name, String value) {
        return "<div><dt>%s</dt><dd>%s</dd></div>".formatted(name, Page.escaped(value));
    }

    private static String sentences(DependencyStatus one) {
        String error = one.mask().map(Mask::reason).or(one::error).orElse("");
        String hidden = one.newest().map(DependencyCard::hiddenByDamping).orElse("");
        return paragraph("error", error) + paragraph("damped", hidden);
    }

    private static String hiddenByDamping(Finding newest) {
        String error = newest.error().map(text -> ": " + text).orElse("");
        return "The newest probe found %s%s".formatted(Page.word(newest.status()), error);
    }

    private static String details(DependencyStatus one) {
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
        return text.isEmpty() ? "" : "<p class=\"%s\">%s</p>".formatted(style, Page.escaped(text));
    }

    /** The last probes, the newest on the right. A probe that has not happened yet is blank. */
    private static String strip(List<Mark> marks) {
        String blank = "<i></i>".repeat(Math.max(0, STRIP_LENGTH - marks.size()));
        return blank + marks.stream().map(DependencyCard::cell).collect(Collectors.joining());
    }

    private static String cell(Mark mark) {
        String latency = mark.latencyMs().isPresent()
                ? String.format(Locale.ROOT, " %.1f ms", mark.latencyMs().getAsDouble())
                : "";
        String error = mark.error().map(text -> ", " + text).orElse("");
        String title =
                "%s ago: %s%s%s".formatted(Page.inWords(mark.ageSeconds()), Page.word(mark.status()), latency, error);
        return "<i class=\"%s\" title=\"%s\"></i>".formatted(Page.style(mark.status()), Page.escaped(title));
    }
}
