package io.exitbrain.acceptance.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExpressionTest {

    @Test
    void shouldFindMetricsConditionsAndGroupings() {
        Expression expression = new Expression(
                "histogram_quantile(0.99, sum by (job, le) (rate(a_bucket{job=~\"$job\"}[5m])))"
                        + " unless on (instance) max(b_total{topic=\"x{y}\", kind=~\"p|q\", why!=\"z\"} offset 2m) <= 30 or c == 1e3");

        assertThat(expression.metrics()).containsExactly("a_bucket", "b_total", "c");
        assertThat(expression.conditions())
                .containsExactly(
                        new Expression.Condition("b_total", "topic", List.of("x{y}")),
                        new Expression.Condition("b_total", "kind", List.of("p", "q")));
        assertThat(expression.groupings()).containsExactly("instance", "job", "le");
    }
}
