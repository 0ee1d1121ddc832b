package io.exitbrain.domain;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The domain only decides: no clock, no random numbers, no logger, no Kafka, no double. */
class ArchitectureTest {

    private static final JavaClasses DOMAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.exitbrain.domain");

    @Test
    void shouldDependOnPlainJavaOnly() {
        ArchRuleDefinition.classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.exitbrain.domain..",
                        "java.lang..",
                        "java.math",
                        "java.util",
                        "java.util.function",
                        "java.util.stream",
                        "java.security",
                        "java.nio.charset",
                        "org.jspecify.annotations")
                .check(DOMAIN);
    }

    /** A package depends only on the packages before it. The quiet band may use every package; the values use none. */
    @Test
    void shouldDependInOneDirection() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("value")
                .definedBy("io.exitbrain.domain.value")
                .layer("input")
                .definedBy("io.exitbrain.domain.input")
                .layer("policy")
                .definedBy("io.exitbrain.domain.policy")
                .layer("plan")
                .definedBy("io.exitbrain.domain.plan")
                .layer("decision")
                .definedBy("io.exitbrain.domain.decision")
                .layer("rules")
                .definedBy("io.exitbrain.domain.rules")
                .layer("quiet")
                .definedBy("io.exitbrain.domain.quiet")
                .whereLayer("quiet")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("rules")
                .mayOnlyBeAccessedByLayers("quiet")
                .whereLayer("decision")
                .mayOnlyBeAccessedByLayers("rules", "quiet")
                .whereLayer("plan")
                .mayOnlyBeAccessedByLayers("decision", "rules", "quiet")
                .whereLayer("policy")
                .mayOnlyBeAccessedByLayers("plan", "decision", "rules", "quiet")
                .whereLayer("input")
                .mayOnlyBeAccessedByLayers("policy", "plan", "decision", "rules", "quiet")
                .check(DOMAIN);
    }

    @Test
    void shouldHaveNoClockAndNoRandomNumbers() {
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .check(DOMAIN);
    }

    @Test
    void shouldHaveNoDouble() {
        ArchRuleDefinition.noFields()
                .should()
                .haveRawType(double.class)
                .orShould()
                .haveRawType(float.class)
                .check(DOMAIN);
        ArchRuleDefinition.noMethods()
                .should()
                .haveRawReturnType(double.class)
                .orShould()
                .haveRawReturnType(float.class)
                .check(DOMAIN);
        noClasses().should().callMethod(BigDecimal.class, "doubleValue").check(DOMAIN);
    }
}
