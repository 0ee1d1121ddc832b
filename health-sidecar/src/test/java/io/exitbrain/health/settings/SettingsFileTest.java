package io.exitbrain.health.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exitbrain.yaml.InvalidFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    private static final String ONE = "dependencies: {one: {kind: tcp, address: 'h:1'%s}}";
    private static final Overrides SWITCHED_OFF =
            new Overrides(new Environment(Map.of("ONE_ENABLED", "false")), Optional.empty(), Optional.empty(), false);

    @TempDir
    private Path folder;

    @Test
    void shouldUseAChangeOnceItIsReadTwice() throws Exception {
        SettingsFile file = fileSaying(ONE.formatted(""));

        save(ONE.formatted(", critical: false"));

        assertThat(file.reload()).isFalse();
        assertThat(file.reload()).isTrue();
        assertThat(file.reload()).isFalse();
        assertThat(file.settings().dependencies().get(0).isCritical()).isFalse();
    }

    @Test
    void shouldKeepTheLastGoodSettingsAndReportTheFaultWhenTheFileIsBroken() throws Exception {
        SettingsFile file = fileSaying(ONE.formatted(""));

        save("dependencies: {one: {kind: tcp}}");
        boolean isChanged = reloadTwice(file);

        assertThat(isChanged).isFalse();
        assertThat(file.settings().dependencies()).hasSize(1);
        assertThat(file.fault()).contains("dependencies.one.address: is missing; must be host:port");
    }

    @Test
    void shouldForgetTheFaultOnceTheFileIsGoodAgain() throws Exception {
        SettingsFile file = fileSaying(ONE.formatted(""));
        save("dependencies: [");
        reloadTwice(file);
        assertThat(file.fault()).isPresent();

        save(ONE.formatted(""));
        reloadTwice(file);

        assertThat(file.fault()).isEmpty();
    }

    @Test
    void shouldKeepTheSettingsWhenTheFileVanishes() throws Exception {
        SettingsFile file = fileSaying(ONE.formatted(""));

        Files.delete(path());
        reloadTwice(file);

        assertThat(file.fault()).hasValueSatisfying(fault -> assertThat(fault).endsWith("sidecar.yaml is not there"));
        assertThat(file.settings().dependencies()).hasSize(1);
    }

    @Test
    void shouldUseTheBuiltInSettingsUntilThereIsAFile() throws Exception {
        SettingsFile file = SettingsFile.atOrBuiltIn(path(), Overrides.NONE);
        assertThat(file.settings().dependencies()).hasSize(3);

        save(ONE.formatted(""));

        assertThat(reloadTwice(file)).isTrue();
        assertThat(file.settings().dependencies()).hasSize(1);
    }

    @Test
    void shouldRefuseAMissingFileThatWasAskedFor() {
        assertThatThrownBy(() -> SettingsFile.at(path(), Overrides.NONE))
                .isInstanceOf(InvalidFile.class)
                .hasMessageContaining("is not there");
    }

    @Test
    void shouldPreferAFileSavedAfterTheStartToTheEnvironment() throws Exception {
        save(ONE.formatted(", enabled: true"));
        SettingsFile file = SettingsFile.at(path(), SWITCHED_OFF);
        assertThat(file.settings().dependencies().get(0).mask()).isPresent();

        save(ONE.formatted(", enabled: true, critical: true"));
        reloadTwice(file);

        assertThat(file.settings().dependencies().get(0).mask()).isEmpty();
    }

    @Test
    void shouldUseTheEnvironmentIfTheSavedFileSaysNothing() throws Exception {
        save(ONE.formatted(""));
        SettingsFile file = SettingsFile.at(path(), SWITCHED_OFF);

        save(ONE.formatted(", critical: false"));
        reloadTwice(file);

        assertThat(file.settings().dependencies().get(0).mask()).isPresent();
    }

    private static boolean reloadTwice(SettingsFile file) {
        boolean first = file.reload();
        return file.reload() || first;
    }

    private SettingsFile fileSaying(String yaml) throws IOException {
        save(yaml);
        return SettingsFile.at(path(), Overrides.NONE);
    }

    private void save(String yaml) throws IOException {
        Files.writeString(path(), yaml);
    }

    private Path path() {
        return folder.resolve("sidecar.yaml");
    }
}
