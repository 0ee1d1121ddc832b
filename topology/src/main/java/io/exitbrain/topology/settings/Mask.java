package io.exitbrain.topology.settings;

import java.util.Locale;
import java.util.regex.Pattern;

/** Hides secrets in what is shown of the settings. It hides rather too much than too little. */
final class Mask {

    private static final String HIDDEN = "****";
    private static final Pattern SECRET_KEY = Pattern.compile(
            "password|passphrase|secret|token|jaas|credential|private|api.?key|auth.*header|ssl\\.key|keystore\\.key");
    /** The user and password of an address such as {@code https://user:password@host}. */
    private static final Pattern USER_INFO = Pattern.compile("//[^/@\\s]*@");

    private Mask() {}

    /**
     * Whether {@code key} has a value that must not be shown. Kafka says it of its own settings; of those of plug-ins
     * the name tells it.
     */
    static boolean isSecret(String key) {
        return Setting.named(key)
                .map(Setting::isSecret)
                .or(() -> KafkaKeys.isSecret(key))
                .orElseGet(
                        () -> SECRET_KEY.matcher(key.toLowerCase(Locale.ROOT)).find());
    }

    /** The value of {@code key} as it may be shown. */
    static String shown(String key, String value) {
        return isSecret(key) ? HIDDEN : USER_INFO.matcher(value).replaceAll("//" + HIDDEN + "@");
    }
}
