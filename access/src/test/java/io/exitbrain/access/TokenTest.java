package io.exitbrain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

    private static final String TEXT = "one-token-of:24-letters!";

    private final Token token = Token.of(TEXT);

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void shouldBeInABearerHeaderAndInAPassword() {
        assertThat(token.isIn("Bearer " + TEXT)).isTrue();
        assertThat(token.isIn("bearer  " + TEXT)).isTrue();
        assertThat(token.isIn(basic("operator:" + TEXT))).isTrue();
        assertThat(token.isIn(basic(":" + TEXT))).isTrue();
        assertThat(token.isIn(token.header())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer one-token-of:24-letters",
                "Bearer one-token-of:24-letters!!",
                "Bearer ONE-TOKEN-OF:24-LETTERS!",
                "one-token-of:24-letters!",
                "Digest one-token-of:24-letters!",
                "Basic one-token-of:24-letters!",
                "Basic ***"
            })
    void shouldNotBeInAnotherHeader(String header) {
        assertThat(token.isIn(header)).isFalse();
    }

    @Test
    void shouldNotBeInAnotherPassword() {
        assertThat(token.isIn(basic(TEXT + ":operator"))).isFalse();
        assertThat(token.isIn(basic("operator:" + TEXT + " "))).isFalse();
        assertThat(token.isIn(basic("operator"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fifteen-letters", "two lines\nof the token", "sixteen  letters", "sixteen-lettérs!"})
    void shouldRefuseWhatIsNoTokenWithoutNamingIt(String text) {
        assertThat(Token.faultOf(text))
                .hasValueSatisfying(
                        fault -> assertThat(fault).startsWith("must ").doesNotContain(text.isEmpty() ? "\n" : text));
        assertThatThrownBy(() -> Token.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldTakeSixteenLetters() {
        assertThat(Token.faultOf("sixteen-letters!")).isEmpty();
    }

    @Test
    void shouldNotShowItself() {
        Access access = new Access(Optional.of(token), Optional.empty());

        assertThat(access.toString()).doesNotContain(TEXT).contains("****");
        assertThat(new Secret(TEXT)).hasToString("****");
    }
}
