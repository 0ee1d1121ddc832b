package io.exitbrain.acceptance.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MonitoringFilesTest {

    @Test
    void shouldHaveRulesThatPrometheusAccepts() throws Exception {
        Promtool.Answer answer = Promtool.run(MonitoringFiles.FOLDER, "", "check", "rules", "alerts.yaml");

        assertThat(answer.exitCode()).as(answer.output()).isZero();
    }

    @Test
    void shouldFireAndBeSilentAsTheCasesSay() throws Exception {
        Promtool.Answer answer = Promtool.run(MonitoringFiles.FOLDER, "", "test", "rules", "alerts_test.yaml");

        assertThat(answer.exitCode()).as(answer.output()).isZero();
    }

    @Test
    void shouldHaveACaseInWhichEachAlertFiresAndOneInWhichItIsSilent() {
        Set<String> alerts = names(MonitoringFiles.alerts());

        assertThat(tested(samples -> !samples.isEmpty())).isEqualTo(alerts);
        assertThat(tested(JsonNode::isEmpty)).isEqualTo(alerts);
    }

    private static Set<String> tested(Predicate<JsonNode> expected) {
        return MonitoringFiles.alertTests().stream()
                .filter(test -> expected.test(test.path("exp_samples")))
                .map(test -> test.path("expr").asText().replaceAll(".*alertname=\"(\\w+)\".*", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(List<JsonNode> alerts) {
        return alerts.stream()
                .map(alert -> alert.path("alert").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void shouldTellOfEachAlertWhatItMeansAndWhatToDo() {
        String guide = MonitoringFiles.guide();
        assertThat(MonitoringFiles.alerts()).isNotEmpty().allSatisfy(alert -> {
            String name = alert.path("alert").asText();
            JsonNode texts = alert.path("annotations");
            assertThat(alert.path("labels").path("severity").asText()).isIn("critical", "warning");
            assertThat(texts.path("summary").asText()).as(name).endsWith(".");
            assertThat(texts.path("impact").asText()).as(name).endsWith(".");
            assertThat(texts.path("description").asText())
                    .as(name)
                    .startsWith("1. ")
                    .contains("\n2. ");
            assertThat(texts.path("runbook_url").asText())
                    .isEqualTo("docs/monitoring/README.md#" + name.toLowerCase(Locale.ROOT));
            assertThat(guide).containsOnlyOnce("\n### " + name + "\n- **Means**: ");
        });
    }

    @Test
    void shouldDescribeEachPanelAndLetTheReaderChooseTheDataSource() {
        JsonNode dashboard = MonitoringFiles.dashboard();

        assertThat(dashboard.path("schemaVersion").asInt()).isGreaterThanOrEqualTo(39);
        assertThat(dashboard.path("__inputs").findValuesAsText("name")).containsExactly("DS_PROMETHEUS");
        assertThat(dashboard.path("templating").path("list").findValuesAsText("name"))
                .containsExactly("datasource", "job", "instance");
        assertThat(MonitoringFiles.elements(dashboard.path("panels"))
                        .map(panel -> panel.path("id").asInt()))
                .doesNotHaveDuplicates();
        assertThat(MonitoringFiles.panels()).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.path("description").asText())
                    .as(panel.path("title").asText())
                    .endsWith(".");
            assertThat(MonitoringFiles.expressionsOf(panel)).isNotEmpty();
            assertThat(panel.findValuesAsText("uid")).containsOnly("${datasource}");
        });
    }

    @Test
    void shouldLimitEachPanelToTheChosenJobAndInstance() {
        assertThat(MonitoringFiles.panels())
                .allSatisfy(panel -> assertThat(MonitoringFiles.expressionsOf(panel))
                        .allSatisfy(expression -> assertThat(expression.toString())
                                .contains("job=~\"$job\"", "instance=~\"$instance\"")));
    }
}
