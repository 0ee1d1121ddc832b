package io.exitbrain.health.probe;

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

/** The credentials of a dependency, so that they never appear in what is told of it, whoever put them there. */
final class Secrets {

    private static final String HIDDEN = "***";
    private static final Pattern SECRET_KEY = Pattern.compile("password|secret|jaas|token|credential|\\.key");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"|'([^']+)'");

    private final List<String> secrets = new ArrayList<>();

    private Secrets() {}

    static Secrets of(Dependency dependency) {
        Secrets all = new Secrets();
        if (dependency.kind() != Kind.KAFKA && dependency.kind() != Kind.TCP) {
            all.addUri(dependency.address().uri());
        }
        dependency.bus().client().forEach(all::addProperty);
        all.secrets.sort(Comparator.comparingInt(String::length).reversed());
        return all;
    }

    String hiddenIn(String sentence) {
        String hidden = sentence;
        for (String secret : secrets) {
            hidden = hidden.replace(secret, HIDDEN);
        }
        return hidden;
    }

    private void addUri(URI uri) {
        String userInfo = uri.getRawUserInfo();
        if (userInfo != null) {
            int colon = userInfo.indexOf(':');
            add(userInfo);
            add(userInfo.substring(colon + 1));
            add(URLDecoder.decode(userInfo.substring(colon + 1).replace("+", "%2B"), StandardCharsets.UTF_8));
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
