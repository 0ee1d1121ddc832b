package io.exitbrain.lab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The packages of the lab and what each may know. */
class ArchitectureTest {

    private static final String ROOT = "io.exitbrain.lab";

    private static final JavaClasses LAB = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void shouldKnowTheTradesOnlyInTheStatistics() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".trade", ROOT + ".statistics", ROOT + ".measures")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "io.exitbrain.topology..",
                        "io.exitbrain.domain.rules..",
                        "io.exitbrain.domain.plan..")
                .check(LAB);
    }

    @Test
    void shouldHaveNoCirclesOfPackages() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(LAB);
    }
}
