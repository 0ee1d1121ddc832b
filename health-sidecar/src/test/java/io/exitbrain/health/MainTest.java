package io.exitbrain.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exitbrain.health.http.HealthServer.PortTaken;
import io.exitbrain.health.settings.Overrides;
import io.exitbrain.health.settings.SettingsFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class MainTest {

    @Test
    void shouldExplainWhatIsWrongWithItsArguments() {
        assertThat(Main.commandLine().execute("--config", "nowhere.yaml")).isEqualTo(2);
        assertThat(Main.commandLine().execute("--port", "70000")).isEqualTo(2);
        assertThat(Main.commandLine().execute("--colour", "red")).isEqualTo(2);
        assertThat(Main.commandLine().execute("--print-config")).isZero();
    }

    @Test
    void shouldNameThePortThatIsTaken() throws Exception {
        SettingsFile settings = SettingsFile.fixed(SettingsFile.builtIn(), Overrides.NONE);

        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            int port = other.getLocalPort();

            assertThatThrownBy(() -> Sidecar.start(settings, "localhost", port))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining("http://localhost:%d".formatted(port))
                    .hasMessageContaining("--port");
        }
    }
}
