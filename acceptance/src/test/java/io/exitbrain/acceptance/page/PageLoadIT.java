package io.exitbrain.acceptance.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WindowType;

/** The page with many positions, and with an engine that stops or knows only a part. The positions are made up. */
@Timeout(120)
class PageLoadIT {

    private static final int MANY = 1_000;

    private StandIn engine = new StandIn(0);
    private Chromium browser;

    @BeforeEach
    void start(@TempDir Path folder) {
        browser = Chromium.start(folder);
    }

    @AfterEach
    void stop() {
        browser.close();
        engine.close();
    }

    private long number(String script) {
        return ((Number) browser.script("return " + script)).longValue();
    }

    /** The test bounds the work of a frame, because the length of a frame depends on the machine. It prints the longest frame. */
    @Test
    void shouldChangeOnlyWhatIsSeenOfManyPositions() {
        engine.hold(MANY);
        browser.open(engine.url());
        browser.awaitText("#words", "ALL 1000 POSITIONS PROTECTED");
        await().until(() -> number("exitBrainPage.work.paints") > 3);
        browser.script(
                "exitBrainPage.work.most = 0; exitBrainPage.frames = []; new PerformanceObserver(list =>"
                        + " exitBrainPage.frames.push(...list.getEntries().map(entry => entry.duration))).observe({type: 'longtask'})");
        long nodes = browser.metric("Nodes");
        long heap = browser.metric("JSHeapUsedSize");
        long paints = number("exitBrainPage.work.paints");
        engine.pricesPerSecond(500);

        await().atMost(Duration.ofSeconds(40)).until(() -> number("exitBrainPage.work.paints") > paints + 60);

        System.out.printf(
                "1,000 positions, 500 changes a second: tasks over 50 ms: %s, most rows in a frame: %d%n",
                browser.script("return exitBrainPage.frames"), number("exitBrainPage.work.most"));
        assertThat(number("exitBrainPage.work.most")).isBetween(1L, 100L);
        assertThat(browser.metric("Nodes")).isLessThan(nodes + 500);
        assertThat(browser.metric("JSHeapUsedSize")).isLessThan(heap + 4_000_000);
        assertThat(number("exitBrainPage.size()")).isEqualTo(MANY);
        assertThat(number("document.querySelectorAll('#rows tr').length")).isLessThan(100);
    }

    @Test
    void shouldSayThatItIsStaleAndRecover() {
        engine.hold(3);
        browser.open(engine.url());
        browser.awaitText("#words", "ALL 3 POSITIONS PROTECTED");
        int port = engine.port();

        engine.close();
        browser.awaitText("#stale", "STALE since");
        assertThat(browser.text("#words")).startsWith("NOT KNOWN");
        assertThat(browser.script("return document.title")).isEqualTo("STALE - Exit Brain");

        engine = new StandIn(port);
        engine.hold(2);
        browser.awaitText("#words", "ALL 2 POSITIONS PROTECTED");
        assertThat(browser.element("#stale").isDisplayed()).isFalse();
        assertThat(number("document.querySelectorAll('#rows tr').length")).isEqualTo(2);
    }

    @Test
    void shouldNotClaimProtectionWhilePartitionsAreMissing() {
        engine.hold(20);
        browser.open(engine.url());
        browser.awaitText("#words", "ALL 20 POSITIONS PROTECTED");

        engine.rows.clear();
        engine.publish();
        engine.missing(0, 1, 2, 3, 4, 5);
        browser.awaitText("#words", "0 of 6 partitions answer");
        assertThat(number("document.querySelectorAll('#rows tr.stale').length")).isEqualTo(20);
        assertThat(browser.script("return document.getElementById('headline').dataset.level"))
                .isEqualTo("PARTIAL");

        engine.hold(20);
        engine.missing();
        browser.awaitText("#words", "ALL 20 POSITIONS PROTECTED");
        await().until(() -> number("document.querySelectorAll('#rows tr.stale').length") == 0);
    }

    @Test
    void shouldPutUnprotectedPositionsFirstAndKeepSelectionAndFocus() {
        engine.hold(50);
        browser.open(engine.url());
        browser.awaitText("#words", "ALL 50");
        browser.click("tr[data-key='S0010'] .pick");
        browser.script("document.querySelector(\"tr[data-key='S0010'] .pick\").focus()");

        engine.row("S0033").put("unprotected", true).put("unprotectedSince", System.currentTimeMillis());
        engine.publish();

        browser.awaitText("#rows tr:first-child", "S0033");
        assertThat(browser.script("return document.activeElement.textContent")).isEqualTo("S0010");
        assertThat(browser.text("tr.selected .symbol")).isEqualTo("S0010");
        browser.awaitText("#words", "1 OF 50 UNPROTECTED");
    }

    @Test
    void shouldBeRightAgainAfterTheTabWasHidden() {
        engine.hold(50);
        browser.open(engine.url());
        browser.awaitText("#words", "ALL 50");
        String page = browser.driver().getWindowHandle();
        browser.driver().switchTo().newWindow(WindowType.TAB);
        engine.pricesPerSecond(500);
        engine.rows.keySet().retainAll(List.of("S0001", "S0002"));
        engine.publish();
        int reads = engine.reads();
        await().until(() -> engine.reads() > reads + 10);

        browser.driver().switchTo().window(page);
        browser.awaitText("#words", "ALL 2 POSITIONS PROTECTED");
        assertThat(number("document.querySelectorAll('#rows tr').length")).isEqualTo(2);
    }
}
