package io.exitbrain.audit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The audit judges the engine, so it must not use the rules of the engine. */
class ArchitectureTest {

    private static final String ROOT = "io.exitbrain.audit";

    private static final JavaClasses AUDIT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void shouldUseTheRulesForTheRederivationOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".rederive")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.exitbrain.domain.rules",
                        "io.exitbrain.domain.quiet",
                        "io.exitbrain.domain.plan",
                        "io.exitbrain.domain.decision",
                        "io.exitbrain.topology.replay")
                .check(AUDIT);
    }

    @Test
    void shouldUseKafkaAndTheEngineInTheCommandOnly() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT, ROOT + ".record", ROOT + ".book", ROOT + ".checks", ROOT + ".steps", ROOT + ".measure")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "io.exitbrain.topology..")
                .check(AUDIT);
    }

    @Test
    void shouldHaveNoCirclesOfPackages() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(AUDIT);
    }
}
