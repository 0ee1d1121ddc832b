package io.exitbrain.lab.report.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Numbers and elements as a reader sees them. */
class FormatTest {

    @Test
    void shouldNeverWriteAMinusBeforeZero() {
        assertThat(Format.fixed(-0.0004, 3)).isEqualTo("0.000");
        assertThat(Format.signed(0.0004, 3)).isEqualTo("0.000");
        assertThat(Format.signed(0.0006, 3)).isEqualTo("+0.001");
        assertThat(Format.signed(-1_234.5, 1)).isEqualTo("-1,234.5");
    }

    @Test
    void shouldWriteALengthOfTimeInItsLargestUnit() {
        assertThat(Format.duration(999.0)).isEqualTo("999 ms");
        assertThat(Format.duration(45_000.0)).isEqualTo("45 s");
        assertThat(Format.duration(Duration.ofMinutes(90))).isEqualTo("1.5 h");
        assertThat(Format.duration(Duration.ofDays(7))).isEqualTo("7 d");
    }

    @Test
    void shouldWriteADashForANumberThatIsNotKnown() {
        assertThat(Format.orUnknown(Optional.<Double>empty(), Format::percent)).isEqualTo("\u2013");
        assertThat(Format.orUnknown(Optional.of(0.5), Format::percent)).isEqualTo("50.0 %");
    }

    @Test
    void shouldEscapeTextsAndValuesOfAttributes() {
        assertThat(Element.of("p", "a<b>&\"'\u0000")
                        .with("title", "\" onclick='x'")
                        .toString())
                .isEqualTo("<p title=\"&quot; onclick=&#39;x&#39;\">a&lt;b&gt;&amp;&quot;&#39;\uFFFD</p>");
    }

    @Test
    void shouldRefuseACoordinateThatIsNotFinite() {
        assertThatThrownBy(() -> Element.of("rect").with("x", Double.NaN))
                .hasMessageContaining("a coordinate must be a finite number, was NaN");
    }
}
