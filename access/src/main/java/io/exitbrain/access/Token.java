package io.exitbrain.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a client must know to get an answer. Programs send it as a bearer token, browsers as the password of any user.
 */
public final class Token {

    private static final int MIN_LENGTH = 16;
    /** What fits into a header as it is. */
    private static final Pattern FORMAT = Pattern.compile("[!-~]+");

    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private final Secret secret;

    private Token(Secret secret) {
        this.secret = secret;
    }

    /** Throws {@link IllegalArgumentException} with {@link #faultOf} if {@code text} is no token. */
    public static Token of(String text) {
        faultOf(text).ifPresent(fault -> {
            throw new IllegalArgumentException("the token " + fault);
        });
        return new Token(new Secret(text));
    }

    /** Why {@code text} is no token, without the text; empty if it is one. */
    static Optional<String> faultOf(String text) {
        if (!FORMAT.matcher(text).matches()) {
            return Optional.of("must be one line of ASCII without spaces");
        }
        return text.length() < MIN_LENGTH
                ? Optional.of("must have at least %d characters, has %d".formatted(MIN_LENGTH, text.length()))
                : Optional.empty();
    }

    /** The value of the header {@code Authorization} that carries this token. */
    public String header() {
        return "Bearer " + secret.text();
    }

    /** Whether the header {@code Authorization} carries this token. The time it takes says nothing about the token. */
    boolean isIn(String authorization) {
        String lower = authorization.toLowerCase(Locale.ROOT);
        if (lower.startsWith(BEARER)) {
            return isThis(authorization.substring(BEARER.length()).strip());
        }
        return lower.startsWith(BASIC)
                && password(authorization.substring(BASIC.length()).strip())
                        .map(this::isThis)
                        .orElse(false);
    }

    private boolean isThis(String given) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), secret.text().getBytes(StandardCharsets.UTF_8));
    }

    /** What follows the first colon; empty if it is not Base64 of {@code user:password}. */
    private static Optional<String> password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return pair.contains(":") ? Optional.of(pair.substring(pair.indexOf(':') + 1)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return Secret.SHOWN;
    }
}
