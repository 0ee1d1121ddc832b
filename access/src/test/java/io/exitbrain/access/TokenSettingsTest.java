package io.exitbrain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSettingsTest {

    private static final String TEXT = "a-token-of-sixteen-letters-or-more";

    private final List<String> faults = new ArrayList<>();

    @TempDir
    Path folder;

    private Optional<Token> read(String host, Optional<String> token, Optional<Path> file, boolean isInsecure) {
        return new TokenSettings(
                        host,
                        token,
                        file,
                        isInsecure,
                        new TokenSettings.Keys("http.host", "http.token", "http.token-file", "http.insecure=true"))
                .read(faults);
    }

    private Optional<Path> file(String content) throws IOException {
        return Optional.of(Files.writeString(folder.resolve("token"), content));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "::1", "[::1]"})
    void shouldNeedNoTokenOnLoopback(String host) {
        assertThat(read(host, Optional.empty(), Optional.empty(), false)).isEmpty();
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.7", "10.0.0.1"})
    void shouldNeedATokenOrTheFlagElsewhere(String host) {
        read(host, Optional.empty(), Optional.empty(), false);

        assertThat(faults)
                .containsExactly(
                        "http.host: %s is not a loopback address, so whoever reaches it would get answers: set http.token or http.token-file, or http.insecure=true if its network is private"
                                .formatted(host));
    }

    @Test
    void shouldTakeTheFlagOrATokenInEitherPlace() throws IOException {
        assertThat(read("0.0.0.0", Optional.empty(), Optional.empty(), true)).isEmpty();
        assertThat(read("0.0.0.0", Optional.of(TEXT), Optional.empty(), false)).isPresent();
        assertThat(read("0.0.0.0", Optional.empty(), file(TEXT + "\n"), false))
                .hasValueSatisfying(
                        token -> assertThat(token.isIn("Bearer " + TEXT)).isTrue());
        assertThat(faults).isEmpty();
    }

    @Test
    void shouldNameWhatCannotBeUsed() throws IOException {
        Path missing = folder.resolve("missing");

        read("0.0.0.0", Optional.of(TEXT), file(TEXT), false);
        read("0.0.0.0", Optional.of("short"), Optional.empty(), false);
        read("0.0.0.0", Optional.empty(), file("also-short"), true);
        read("127.0.0.1", Optional.empty(), Optional.of(missing), false);

        assertThat(faults)
                .containsExactly(
                        "http.token and http.token-file are both given: one of them is enough",
                        "http.token: the token must have at least 16 characters, has 5",
                        "http.token-file: the token must have at least 16 characters, has 10",
                        "http.token-file: %s does not exist".formatted(missing));
    }
}
