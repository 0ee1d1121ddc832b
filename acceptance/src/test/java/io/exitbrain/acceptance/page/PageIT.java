package io.exitbrain.acceptance.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.exitbrain.acceptance.cluster.BrokerExtension;
import io.exitbrain.acceptance.engine.EngineHttp;
import io.exitbrain.acceptance.engine.TopicClient;
import io.exitbrain.topology.process.EngineProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** What an operator sees of a real engine on a real broker. Each test has symbols of its own and closes its positions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class PageIT {

    @RegisterExtension
    static final BrokerExtension BROKER = BrokerExtension.withTopics();

    private EngineProcess engine;
    private TopicClient topics;
    private Chromium browser;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        // A price that is read late sends its own move, too, so that no test depends on the speed of the machine.
        Path policy = Files.writeString(folder.resolve("policy.yaml"), "stop: {present: off}\n");
        engine = BROKER.engine("policy=" + policy);
        topics = new TopicClient(BROKER.bootstrapServers());
        browser = Chromium.start(folder);
        EngineHttp http = new EngineHttp(engine.httpPort());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> http.get("/health/ready").statusCode() == 200);
    }

    @AfterAll
    void stop() {
        browser.close();
        topics.close();
        engine.close();
    }

    @BeforeEach
    void open() {
        browser.open(url());
        browser.awaitNoText("#words", "Connecting");
    }

    /** The content policy was never violated, no script failed, and nothing was asked of another host. */
    @AfterEach
    void nothingForeign() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).allSatisfy(address -> assertThat(address).startsWith(url()));
    }

    private String url() {
        return "http://127.0.0.1:" + engine.httpPort() + "/";
    }

    private void opens(String symbol) {
        topics.send("instruments", symbol, "{'tickSize':'0.10','stepSize':'0.001'}");
        topics.send("order-fills", symbol, "{'side':'BUY','price':'95000','quantity':'0.010','leverage':10}");
        browser.awaitText(row(symbol), "LONG 0.010");
    }

    private void closes(String symbol) {
        topics.send("order-fills", symbol, "{'side':'SELL','price':'95000','quantity':'0.010','reduceOnly':true}");
        browser.awaitText("#closed", symbol);
    }

    private void price(String symbol, String price) {
        topics.send("mark-prices", symbol, "{'markPrice':'%s'}".formatted(price));
    }

    private static String row(String symbol) {
        return "#rows tr[data-key='" + symbol + "']";
    }

    @Test
    void shouldShowAPositionAndItsStop() {
        opens("PLANUSDT");

        browser.awaitText(row("PLANUSDT") + " .stop", "WATCHING");
        browser.awaitText("#words", "PROTECTED");
        price("PLANUSDT", "95100.0");
        browser.awaitText(row("PLANUSDT") + " .mark", "95,100.0");
        browser.awaitText(row("PLANUSDT") + " .room", "%");
        assertThat(browser.text(row("PLANUSDT") + " .stopped")).contains("-");
        closes("PLANUSDT");
    }

    @Test
    void shouldShowWhyTheStopMoved() {
        opens("MOVEUSDT");
        browser.click(row("MOVEUSDT") + " .pick");
        browser.awaitText("#why", "PLANNED");

        price("MOVEUSDT", "95950.0");
        price("MOVEUSDT", "97000.0");

        browser.awaitText("#why li:first-child", "STOP MOVED v3");
        assertThat(browser.text("#why li:first-child"))
                .contains("94,510.8 →", "price 97000.0", "mark-prices/", "rule 3.3");
        browser.awaitText("#outlook", "= best 97,000.0 - 1.50 %, to the tick");
        browser.awaitText("#outlook", "Next move at mark >= ");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(browser.element("#chart canvas").isDisplayed())
                        .isTrue());
        assertThat(browser.element("#chart").getDomAttribute("aria-label")).contains("mark 97,000.0, stop 95,545.0");
        browser.click("#close");
        closes("MOVEUSDT");
    }

    @Test
    void shouldShowAnExitAndItsReason() {
        opens("EXITUSDT");
        price("EXITUSDT", "94000.0");

        browser.awaitText(row("EXITUSDT") + " .stop", "TRIGGERED");
        browser.awaitText("#alerts", "TRIGGERED");
        closes("EXITUSDT");
        browser.awaitText("#closed", "STOP_LOSS");
        await().untilAsserted(() -> assertThat(browser.text(row("EXITUSDT"))).isEmpty());
    }

    @Test
    void shouldRaiseAndClearTheAlarmOfAnUnprotectedPosition() {
        opens("BAREUSDT");
        String hostile = "<img src=x onerror=alert(1)>";
        report("BAREUSDT", 1, "REJECTED", hostile);

        browser.awaitText("#words", "UNPROTECTED");
        assertThat(browser.element("#headline").getDomAttribute("role")).isEqualTo("alert");
        browser.awaitText("#worst", "BAREUSDT LONG 0.010");
        browser.awaitText("#worst", hostile);
        assertThat(browser.script("return document.querySelectorAll('img').length"))
                .isEqualTo(0L);
        assertThat(browser.script("return document.title").toString()).contains("1 UNPROTECTED");

        report("BAREUSDT", 2, "ACCEPTED", "");
        browser.awaitNoText("#words", "UNPROTECTED");
        assertThat(browser.element("#headline").getDomAttribute("role")).isEqualTo("status");
        browser.awaitText("#alerts", "PROTECTED");
        closes("BAREUSDT");
    }

    private void report(String symbol, int version, String status, String reason) {
        List<ConsumerRecord<String, String>> commands =
                topics.committed("trailing-stop-commands", version, record -> symbol.equals(record.key()));
        String planId = commands.get(0).value().replaceAll(".*\"planId\":\"([^\"]+)\".*", "$1");
        topics.send(
                "execution-reports",
                symbol,
                "{'commandId':'%s-%d','status':'%s','reason':'%s'}".formatted(planId, version, status, reason));
    }

    @Test
    void shouldShowDeadLettersAsText() {
        topics.send("order-fills", "EVILUSDT", "{'side':'<b onclick=alert(1)>BUY','price':'1','quantity':'1'}");
        browser.click("#tab-letters");

        browser.awaitText("#letters", "<b onclick=alert(1)>BUY");
        assertThat(browser.script("return document.querySelectorAll('#letters b').length"))
                .isEqualTo(0L);
    }

    @Test
    void shouldWorkWithKeysOnly() {
        opens("KEYSUSDT");
        browser.press("/");
        browser.press("keysusdt");
        await().until(() -> browser.script(
                        "return [...document.querySelectorAll('#rows tr')].filter(row => !row.hidden).length")
                .equals(1L));
        browser.press(Keys.TAB);
        browser.script("document.activeElement.blur()");
        browser.press(Keys.ARROW_DOWN);
        browser.press(Keys.ENTER);
        browser.awaitText("#panel-title", "KEYSUSDT LONG");
        assertThat(browser.element("#panel").isDisplayed()).isTrue();

        browser.press(Keys.ESCAPE);
        assertThat(browser.element("#panel").isDisplayed()).isFalse();
        assertThat(browser.script("return document.activeElement.textContent")).isEqualTo("KEYSUSDT");
        browser.press("?");
        assertThat(browser.element("#help-text").isDisplayed()).isTrue();
        browser.press(Keys.ESCAPE);
        closes("KEYSUSDT");
    }

    @Test
    void shouldSpeakThePointsOfTheChart() {
        opens("TALKUSDT");
        price("TALKUSDT", "95010.0");
        price("TALKUSDT", "95020.0");
        browser.awaitText(row("TALKUSDT") + " .mark", "95,020.0");
        browser.click(row("TALKUSDT") + " .pick");
        browser.awaitText("#chart-note", "history");
        browser.script("document.getElementById('chart').focus()");
        browser.press(Keys.ARROW_LEFT);

        browser.awaitText("#chart-point", "mark 95020 stop 94050");
        browser.click("#close");
        closes("TALKUSDT");
    }

    @Test
    void shouldBeReadableInDarkAndLight() {
        opens("COLORUSDT");
        browser.prefers("dark");
        String dark = String.valueOf(browser.script(GROUND));
        assertThat(leastContrast()).isGreaterThan(4.5);
        assertThat(browser.screenshot()).isNotEmpty();
        browser.prefers("light");
        assertThat(leastContrast()).isGreaterThan(4.5);

        assertThat(browser.script(GROUND)).isNotEqualTo(dark);
        closes("COLORUSDT");
    }

    private static final String GROUND = "return getComputedStyle(document.body).backgroundColor";

    /** The smallest contrast of a text to its ground, as WCAG computes it. */
    private double leastContrast() {
        return ((Number) browser.script("""
                        const light = text => {
                          const [r, g, b] = text.match(/[0-9.]+/g).map(Number)
                            .map(c => c / 255).map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
                        };
                        const ground = element => {
                          const colour = getComputedStyle(element).backgroundColor;
                          return colour === 'rgba(0, 0, 0, 0)' && element.parentElement ? ground(element.parentElement) : colour;
                        };
                        return Math.min(...[...document.querySelectorAll('h1, dt, dd, li, th, .a, .b, button, time, .note, .facts')]
                          .filter(element => element.checkVisibility() && element.textContent.trim() !== '')
                          .map(element => [light(getComputedStyle(element).color), light(ground(element))])
                          .map(([a, b]) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)));
                        """)).doubleValue();
    }

    @Test
    void shouldDrawTheTopology() {
        browser.click("#tab-flow");

        browser.awaitText("#flow svg", "plan-new-fills");
        assertThat(browser.text("#flow pre")).contains("Sub-topology: 0");
    }

    @Test
    void shouldNameTheControlsForAScreenReader() {
        assertThat(browser.script("""
                        return [...document.querySelectorAll('button, input, select, [role]')]
                          .filter(element => element.checkVisibility())
                          .filter(element => !(element.textContent.trim() || element.labels?.length || element.getAttribute('aria-label')
                            || element.getAttribute('aria-labelledby')))
                          .map(element => element.outerHTML);
                        """)).isEqualTo(List.of());
        assertThat(browser.script("return document.querySelectorAll('th[aria-sort]').length"))
                .isEqualTo(1L);
    }
}
