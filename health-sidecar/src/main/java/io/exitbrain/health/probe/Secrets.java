package io.exitbrain.health.probe;

import io.exitbrain.access.Token;
import io.exitbrain.health.settings.Dependency;
import io.exitbrain.health.settings.Kind;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The credentials of a dependency. They never appear in a report, even if an error message contains them. */
final class Secrets {

    private static final String HIDDEN = "***";
    private static final int MAX_SHOWN = 200;
    private static final Pattern SECRET_KEY = Pattern.compile("password|secret|jaas|token|credential|\\.key");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"|'([^']+)'");

    private final List<String> secrets = new ArrayList<>();

    private Secrets() {}

    static Secrets of(Dependency dependency) {
        Secrets all = new Secrets();
        if (dependency.kind() != Kind.KAFKA && dependency.kind() != Kind.TCP) {
            all.addUri(dependency.address().uri());
        }
        dependency.token().map(Token::header).ifPresent(header -> all.add(header.substring(header.indexOf(' ') + 1)));
        dependency.kafka().client().forEach(all::addProperty);
        all.secrets.sort(Comparator.comparingInt(String::length).reversed());
        return all;
    }

    /** {@code text} of the dependency, made fit for a report: without secrets, on one line, without control characters, shortened. */
    String safe(String text) {
        String line = hiddenIn(text)
                .strip()
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        return line.length() <= MAX_SHOWN ? line : line.substring(0, MAX_SHOWN) + "...";
    }

    private String hiddenIn(String text) {
        String hidden = text;
        for (String secret : secrets) {
            hidden = hidden.replace(secret, HIDDEN);
        }
        return hidden;
    }

    private void addUri(URI uri) {
        String userInfo = uri.getRawUserInfo();
        if (userInfo != null) {
            String password = userInfo.substring(userInfo.indexOf(':') + 1);
            add(userInfo);
            add(password);
            add(URLDecoder.decode(password.replace("+", "%2B"), StandardCharsets.UTF_8));
        }
        if (uri.getRawQuery() != null) {
            add(uri.getRawQuery());
        }
    }

    private void addProperty(String key, String value) {
        if (SECRET_KEY.matcher(key.toLowerCase(Locale.ROOT)).find()) {
            add(value);
            Matcher quoted = QUOTED.matcher(value);
            while (quoted.find()) {
                add(quoted.group(1) == null ? quoted.group(2) : quoted.group(1));
            }
        }
    }

    private void add(String secret) {
        if (!secret.isBlank()) {
            secrets.add(secret);
        }
    }
}
