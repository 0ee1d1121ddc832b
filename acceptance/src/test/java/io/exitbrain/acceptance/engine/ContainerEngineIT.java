package io.exitbrain.acceptance.engine;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;

/** The engine suite on Kafka's own container image. Without a Docker engine it is skipped and prints one line about it. */
@ExtendWith(ContainerEngineIT.PrintsWhyItIsSkipped.class)
@Testcontainers(disabledWithoutDocker = true)
class ContainerEngineIT extends EngineSuite {

    private static final String IMAGE = "apache/kafka:4.4.0";

    private final KafkaContainer kafka = new KafkaContainer(IMAGE);

    @Override
    String startBroker(Path folder) {
        kafka.start();
        return kafka.getBootstrapServers();
    }

    @Override
    void stopBroker() {
        kafka.stop();
    }

    /** Evaluated before the annotation that disables the class. */
    static final class PrintsWhyItIsSkipped implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (DockerClientFactory.instance().isDockerAvailable()) {
                return ConditionEvaluationResult.enabled("a Docker engine answers");
            }
            String reason = "ContainerEngineIT is skipped: no Docker engine answers";
            System.out.println(reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
