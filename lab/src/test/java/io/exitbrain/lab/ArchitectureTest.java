package io.exitbrain.lab;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
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
                .resideInAnyPackage(ROOT + ".trade", ROOT + ".statistics", ROOT + ".measures", ROOT + ".guard")
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
    void shouldKnowNothingOfTradesInTheStatistics() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".statistics")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.exitbrain..").and(not(resideInAPackage(ROOT + ".statistics"))))
                .check(LAB);
    }

    @Test
    void shouldUseTheLibraryOfStatisticsOnlyThere() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".statistics")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.hipparchus..")
                .check(LAB);
    }

    /** Who knows whom: trade, statistics, measures, guard, ledger. */
    @Test
    void shouldDependInOneDirection() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("trade")
                .definedBy(ROOT + ".trade")
                .layer("statistics")
                .definedBy(ROOT + ".statistics")
                .layer("measures")
                .definedBy(ROOT + ".measures")
                .layer("guard")
                .definedBy(ROOT + ".guard")
                .layer("ledger")
                .definedBy(ROOT + ".ledger")
                .whereLayer("trade")
                .mayNotAccessAnyLayer()
                .whereLayer("statistics")
                .mayNotAccessAnyLayer()
                .whereLayer("measures")
                .mayOnlyAccessLayers("trade", "statistics")
                .whereLayer("guard")
                .mayOnlyAccessLayers("trade", "statistics", "measures")
                .whereLayer("ledger")
                .mayOnlyAccessLayers("guard")
                .check(LAB);
    }

    /** The report writes what was found, and computes nothing from records or rules. */
    @Test
    void shouldKnowOnlyResultsInTheReport() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "io.exitbrain.topology..",
                        "io.exitbrain.serdes..",
                        ROOT + ".history",
                        ROOT + ".rules",
                        ROOT + ".ledger",
                        ROOT + ".command")
                .check(LAB);
    }

    /** What a page says is made in one place, where it is escaped. */
    @Test
    void shouldDependInOneDirectionInTheReport() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("markup")
                .definedBy(ROOT + ".report.markup")
                .layer("view")
                .definedBy(ROOT + ".report.view")
                .layer("plot")
                .definedBy(ROOT + ".report.plot")
                .layer("report")
                .definedBy(ROOT + ".report")
                .whereLayer("markup")
                .mayNotAccessAnyLayer()
                .whereLayer("view")
                .mayOnlyAccessLayers("markup")
                .whereLayer("plot")
                .mayOnlyAccessLayers("markup", "view")
                .check(LAB);
    }

    /** Equal input gives equal bytes: no clock, and no chance but that of a seed. */
    @Test
    void shouldHaveNoClockAndNoChance() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".statistics", ROOT + ".measures", ROOT + ".guard", ROOT + ".ledger", ROOT + ".report..")
                .should()
                .dependOnClassesThat(belongToAnyOf(Clock.class, Random.class))
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Math.class, "random")
                .check(LAB);
    }

    @Test
    void shouldHaveNoCirclesOfPackages() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(LAB);
    }
}
