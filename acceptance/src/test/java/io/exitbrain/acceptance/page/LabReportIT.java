package io.exitbrain.acceptance.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.exitbrain.lab.report.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of the lab in a real browser. */
class LabReportIT {

    private static final int TELEPHONE = 390;
    private static final String GROUND = "return getComputedStyle(document.body).backgroundColor";

    @TempDir
    private Path folder;

    @Test
    void shouldShowTheReportOnATelephoneInDarkAndLight() throws Exception {
        Path page = Files.writeString(folder.resolve("lab.html"), Report.html(LabRun.in(folder)));

        try (Chromium browser = Chromium.start(folder)) {
            browser.driver()
                    .executeCdpCommand(
                            "Emulation.setDeviceMetricsOverride",
                            Map.of("width", TELEPHONE, "height", 800, "deviceScaleFactor", 1, "mobile", true));
            browser.prefers("light");
            browser.open(page.toUri().toString());
            browser.script("document.querySelectorAll('details').forEach(details => details.open = true)");
            Object light = browser.script(GROUND);
            assertFits(browser);
            browser.prefers("dark");
            assertFits(browser);

            assertThat(browser.script(GROUND))
                    .as("the style counts in both schemes")
                    .isNotEqualTo(light);
            assertThat(browser.text("h1")).isNotEmpty();
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.requests()).containsExactly(page.toUri().toString());
        }
    }

    private static void assertFits(Chromium browser) {
        assertThat(browser.script("return document.documentElement.scrollWidth"))
                .isEqualTo((long) TELEPHONE);
        assertThat(
                        browser.script(
                                "return [...document.querySelectorAll('svg')].filter(svg => svg.getBoundingClientRect().right > innerWidth).length"))
                .isEqualTo(0L);
        assertThat(browser.script("return document.querySelectorAll('figure svg[role=img]').length"))
                .isEqualTo(10L);
    }
}
