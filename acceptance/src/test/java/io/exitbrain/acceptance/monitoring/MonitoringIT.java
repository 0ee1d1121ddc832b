package io.exitbrain.acceptance.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.exitbrain.acceptance.cluster.BrokerExtension;
import io.exitbrain.acceptance.engine.EngineHttp;
import io.exitbrain.acceptance.engine.TopicClient;
import io.exitbrain.topology.process.EngineProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What dashboard and alerts use is what a running engine measures, once everything has happened that a counter waits for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
class MonitoringIT {

    @RegisterExtension
    static final BrokerExtension BROKER = BrokerExtension.withTopics();

    /** What Prometheus itself adds: the result of a scrape, and the labels of a target. */
    private static final String UP = "up";

    private static final Set<String> LABELS_OF_A_TARGET = Set.of("job", "instance");

    private EngineProcess engine;
    private EngineHttp http;
    private TopicClient topics;
    private String text = "";
    private Scrape scrape = new Scrape("");

    @BeforeAll
    void scrapeAnEngineThatHasSeenEverything(@TempDir Path folder) throws Exception {
        engine = BROKER.engine();
        http = new EngineHttp(engine.httpPort());
        topics = new TopicClient(BROKER.bootstrapServers());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> http.get("/health/ready").statusCode() == 200);
        happen();
        // Micrometer looks for new meters of Kafka once a minute.
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    text = http.get("/metrics").body();
                    scrape = new Scrape(text);
                    assertThat(scrape.names()).containsAll(usedMetrics());
                });
    }

    private void happen() throws Exception {
        topics.send("order-fills", "BTCUSDT", "{'side':'BUY','price':'100','quantity':'1','leverage':5}");
        topics.send("execution-reports", "BTCUSDT", "{'commandId':'%s','status':'REJECTED'}".formatted(commandId()));
        topics.send("order-fills", "BTCUSDT", "not json");
        topics.send("order-fills", null, "{'symbol':'ETHUSDT','side':'BUY','price':'100','quantity':'1','leverage':5}");
        topics.send("mark-prices", "BTCUSDT", "{'e':'24hrTicker','E':1764000000000,'s':'BTCUSDT','p':'1','P':'2'}");
        topics.send("positions", "SOLUSDT", "{'positionAmt':'2','entryPrice':'100','markPrice':'100','leverage':'5'}");
        topics.send("mark-prices", "ETHUSDT", "{'p':'90'}");
        topics.committed("trailing-stop-commands", 1, record -> record.value().contains("\"EXIT\""));
        http.get("/plans/BTCUSDT");
        System.gc();
    }

    private String commandId() throws Exception {
        ConsumerRecord<String, String> place =
                topics.committed("trailing-stop-commands", 1, record -> true).get(0);
        return new ObjectMapper().readTree(place.value()).path("commandId").asText();
    }

    @AfterAll
    void stop() {
        topics.close();
        engine.close();
    }

    private static Set<String> usedMetrics() {
        Set<String> used = MonitoringFiles.expressions().stream()
                .flatMap(expression -> expression.metrics().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        used.remove(UP);
        return used;
    }

    @Test
    void shouldMeasureWhatDashboardAndAlertsUse() {
        assertThat(usedMetrics()).hasSizeGreaterThan(50);
        assertThat(scrape.names()).containsAll(usedMetrics());
    }

    @Test
    void shouldHaveTheLabelsAndValuesThatDashboardAndAlertsAskFor() {
        for (Expression expression : MonitoringFiles.expressions()) {
            assertThat(expression.conditions()).allSatisfy(condition -> {
                if (!condition.metric().equals(UP)) {
                    assertThat(scrape.valuesOf(condition.metric(), condition.label()))
                            .as(expression.toString())
                            .containsAll(condition.values());
                }
            });
        }
    }

    @Test
    void shouldHaveTheLabelsThatDashboardAndAlertsGroupBy() {
        for (Expression expression : MonitoringFiles.expressions()) {
            Set<String> labels = expression.metrics().stream()
                    .flatMap(metric -> scrape.labelsOf(metric).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            labels.addAll(LABELS_OF_A_TARGET);
            assertThat(labels).as(expression.toString()).containsAll(expression.groupings());
        }
    }

    @Test
    void shouldFollowTheConventionsOfPrometheus() throws Exception {
        Promtool.Answer answer = Promtool.run(MonitoringFiles.FOLDER, text, "check", "metrics");

        assertThat(answer.output()).isEmpty();
        assertThat(answer.exitCode()).isZero();
    }

    /** With 100,000 symbols such a label would be 100,000 time series a metric. */
    @Test
    void shouldHaveNoLabelForTheSymbol() {
        assertThat(scrape.names())
                .allSatisfy(name -> assertThat(scrape.labelsOf(name)).doesNotContain("symbol"));
        assertThat(text).doesNotContain("USDT");
    }

    @Test
    void shouldExplainEachMetricInTheGuide() {
        assertThat(families("exit_brain_"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(MonitoringFiles.guide()).containsOnlyOnce("\n| `" + name + "` |"));
    }

    @Test
    void shouldMeasureOfKafkaOnlyWhatTheDashboardShows() {
        assertThat(usedMetrics()).containsAll(families("kafka_"));
    }

    private Set<String> families(String prefix) {
        return scrape.families().stream()
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
