package io.exitbrain.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlMapTest {

    private final List<String> faults = new ArrayList<>();

    private enum Mode {
        LIVE,
        SHADOW
    }

    @Test
    void shouldReadEveryKindOfValue() {
        YamlMap map = map("""
                name: exit
                count: 3
                ratio: '0.10'
                wait: 2d
                mode: shadow
                all: {a: 1, b: x}
                """);

        assertThat(map.text("name")).contains("exit");
        assertThat(map.wholeNumber("count", 3, 3)).hasValue(3);
        assertThat(map.number("ratio", Range.RATIO)).contains(new BigDecimal("0.10"));
        assertThat(map.durationMs("wait")).hasValue(172_800_000);
        assertThat(map.duration("wait", Duration.ZERO, Duration.ofDays(2))).contains(Duration.ofDays(2));
        assertThat(map.oneOf("mode", Mode.class)).contains(Mode.SHADOW);
        assertThat(map.map("all").texts()).isEqualTo(Map.of("a", "1", "b", "x"));
        assertThat(faults).isEmpty();
    }

    @Test
    void shouldReadNothingWithoutAFaultIfAKeyIsAbsent() {
        YamlMap map = map("");

        assertThat(map.text("a")).isEmpty();
        assertThat(map.wholeNumber("a", 0, 1)).isEmpty();
        assertThat(map.number("a", Range.RATIO)).isEmpty();
        assertThat(map.flag("a")).isEmpty();
        assertThat(map.durationMs("a")).isEmpty();
        assertThat(map.oneOf("a", Mode.class)).isEmpty();
        assertThat(map.list("a")).isEmpty();
        assertThat(map.map("a").keys()).isEmpty();
        assertThat(faults).isEmpty();
    }

    @Test
    void shouldListEveryFaultWithItsPath() {
        YamlMap map = map("""
                odd: 1
                top:
                  text: [secret]
                  blank: ' '
                  count: 4
                  number: ten
                  ratio: 1
                  flag: maybe
                  wait: 2
                  short: 1ms
                  mode: dry
                  list: {a: secret}
                  rows: [{a: 1}, secret]
                """);
        map.allowingOnly(Set.of("top", "also"));
        YamlMap top = map.map("top");
        top.text("text");
        top.text("blank");
        top.wholeNumber("count", 1, 3);
        top.wholeNumber("number", 1, 3);
        top.number("ratio", Range.RATIO);
        top.flag("flag");
        top.durationMs("wait");
        top.duration("short", Duration.ofMillis(2), Duration.ofSeconds(3));
        top.oneOf("mode", Mode.class);
        top.list("list");
        top.list("rows");
        top.map("count");
        top.requiredText("gone");

        assertThat(faults)
                .containsExactly(
                        "odd: is not known here; known are also, top",
                        "top.text: must be a text or a number, was a list",
                        "top.blank: must be a text or a number, was empty",
                        "top.count: must be a whole number in [1, 3], was 4",
                        "top.number: must be a whole number in [1, 3], was \"ten\"",
                        "top.ratio: must be in (0,1), was 1",
                        "top.flag: must be true or false, was \"maybe\"",
                        "top.wait: must be a duration such as 500ms, 10s, 5m, 48h or 2d, was 2",
                        "top.short: must be a duration such as 500ms, 5s or 2m, from 2 ms to 3 s, was \"1ms\"",
                        "top.mode: must be one of [LIVE, SHADOW], was dry",
                        "top.list: must be a list, was a map",
                        "top.rows[1]: must be a map, was a text",
                        "top.count: must be a map, was a number",
                        "top.gone: is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "true, true",
        "'ON', true",
        "yes, true",
        "1, true",
        "false, false",
        "off, false",
        "No, false",
        "0, false"
    })
    void shouldReadAFlagInEveryUsualForm(String text, boolean expected) {
        assertThat(map("flag: " + text).flag("flag")).contains(expected);
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"off, true, false", "false, true, false", "on, false, true", "true, false, true", "0, false, false"})
    void shouldKnowOnAndOffFromANumber(String text, boolean isOff, boolean isOn) {
        YamlMap map = map("value: " + text);

        assertThat(map.isOff("value")).isEqualTo(isOff);
        assertThat(map.isOn("value")).isEqualTo(isOn);
    }

    @ParameterizedTest
    @CsvSource({
        "RATIO, 0, false",
        "RATIO, 0.01, true",
        "RATIO, 0.99, true",
        "RATIO, 1, false",
        "FRACTION, 0, false",
        "FRACTION, 1, true",
        "FRACTION, 1.01, false",
        "RATIO_OR_ZERO, 0, true",
        "RATIO_OR_ZERO, -0.01, false",
        "RATIO_OR_ZERO, 1, false",
        "POSITIVE, 0, false",
        "POSITIVE, 0.01, true",
        "NOT_NEGATIVE, 0, true",
        "NOT_NEGATIVE, -0.01, false"
    })
    void shouldAcceptANumberUpToTheBoundsOfItsRange(Range range, String number, boolean isAccepted) {
        assertThat(map("value: " + number).number("value", range).isPresent()).isEqualTo(isAccepted);
        assertThat(faults).hasSize(isAccepted ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: b: secret", "{a: 1, a: 2}", "a: [secret"})
    void shouldRefuseWhatIsNotYamlWithItsLineAndWithoutItsContent(String yaml) {
        assertThatThrownBy(() -> map(yaml))
                .isInstanceOf(InvalidFile.class)
                .hasMessageStartingWith("test.yaml: 1 fault")
                .hasMessageContaining("is not readable YAML: ")
                .hasMessageContaining("(line 1)")
                .hasMessageNotContaining("secret");
    }

    @Test
    void shouldRefuseAFileThatIsNotAMap() {
        map("- 1");

        assertThat(faults).containsExactly("the file: must be a map, was a list");
    }

    private YamlMap map(String yaml) {
        return YamlMap.root(YamlFile.parse("test.yaml", yaml), faults);
    }
}
