package io.exitbrain.topology;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The permitted dependencies of packages. */
class ArchitectureTest {

    private static final String ROOT = "io.exitbrain.topology";

    private static final JavaClasses TOPOLOGY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /** docs/kafka-internals.md lists the internals in use, and the steps to take when they change. */
    @Test
    void shouldTouchTheInternalsOfKafkaOnlyOnTheFastLane() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".fast..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..internals..")
                .check(TOPOLOGY);
    }

    @Test
    void shouldUseTheFastLaneOnlyWhereTheLaneIsChosen() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".fast..")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + ".ExitTopology")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + ".process.StreamsSettings")
                .and()
                // Wires the processors without Kafka Streams.
                .doNotHaveFullyQualifiedName(ROOT + ".replay.DirectFlow")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".fast..")
                .check(TOPOLOGY);
    }

    @Test
    void shouldDependInOneDirection() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("vitals")
                .definedBy(ROOT + ".vitals")
                .layer("context")
                .definedBy(ROOT + ".context")
                .layer("state")
                .definedBy(ROOT + ".state")
                .layer("flow")
                .definedBy(ROOT + ".flow")
                .layer("fast")
                .definedBy(ROOT + ".fast..")
                .layer("topology")
                .definedBy(ROOT)
                .layer("background")
                .definedBy(ROOT + ".background")
                .layer("evidence")
                .definedBy(ROOT + ".evidence")
                .layer("health")
                .definedBy(ROOT + ".health")
                .layer("history")
                .definedBy(ROOT + ".history")
                .layer("page")
                .definedBy(ROOT + ".page")
                .layer("metrics")
                .definedBy(ROOT + ".metrics")
                .layer("http")
                .definedBy(ROOT + ".http")
                .layer("takeover")
                .definedBy(ROOT + ".takeover")
                .layer("balance")
                .definedBy(ROOT + ".balance")
                .layer("transactions")
                .definedBy(ROOT + ".transactions")
                .layer("brokers")
                .definedBy(ROOT + ".brokers")
                .layer("options")
                .definedBy(ROOT + ".options")
                .layer("topics")
                .definedBy(ROOT + ".topics")
                .layer("deadletters")
                .definedBy(ROOT + ".deadletters")
                .layer("process")
                .definedBy(ROOT + ".process")
                .whereLayer("process")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("http")
                .mayOnlyBeAccessedByLayers("process")
                .whereLayer("page")
                .mayOnlyBeAccessedByLayers("http")
                .whereLayer("history")
                .mayOnlyBeAccessedByLayers("page", "http", "process")
                .whereLayer("metrics")
                .mayOnlyBeAccessedByLayers("http")
                .whereLayer("health")
                .mayOnlyBeAccessedByLayers("metrics", "http", "process")
                .whereLayer("evidence")
                .mayOnlyBeAccessedByLayers("health", "metrics", "http", "balance", "process")
                .whereLayer("background")
                .mayOnlyBeAccessedByLayers("evidence", "takeover", "balance", "transactions")
                .whereLayer("balance")
                .mayOnlyBeAccessedByLayers("process")
                .whereLayer("takeover")
                .mayOnlyBeAccessedByLayers("process")
                .whereLayer("transactions")
                .mayOnlyBeAccessedByLayers("process")
                .whereLayer("deadletters")
                .mayOnlyBeAccessedByLayers("process")
                .whereLayer("topics")
                .mayOnlyBeAccessedByLayers("process")
                .whereLayer("brokers")
                .mayOnlyBeAccessedByLayers("options", "topics", "deadletters", "process")
                .whereLayer("options")
                .mayOnlyBeAccessedByLayers("deadletters")
                .whereLayer("topology")
                .mayOnlyBeAccessedByLayers(
                        "evidence",
                        "health",
                        "history",
                        "page",
                        "metrics",
                        "topics",
                        "deadletters",
                        "http",
                        "balance",
                        "process")
                .whereLayer("fast")
                .mayOnlyBeAccessedByLayers("topology", "process")
                .whereLayer("flow")
                .mayOnlyBeAccessedByLayers("fast", "topology", "history", "page", "deadletters", "http", "process")
                .whereLayer("state")
                .mayOnlyBeAccessedByLayers("flow", "fast", "topology", "http")
                .whereLayer("context")
                .mayOnlyBeAccessedByLayers(
                        "state",
                        "flow",
                        "fast",
                        "topology",
                        "health",
                        "history",
                        "page",
                        "deadletters",
                        "http",
                        "takeover",
                        "balance",
                        "process")
                .check(TOPOLOGY);
    }

    @Test
    void shouldHaveNoCirclesOfPackages() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(TOPOLOGY);
    }
}
