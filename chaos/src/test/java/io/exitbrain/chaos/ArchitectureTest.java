package io.exitbrain.chaos;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** A package knows only those before it; the load and the processes know nothing of each other. */
class ArchitectureTest {

    private static final String ROOT = "io.exitbrain.chaos";

    private static final JavaClasses CHAOS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void shouldDependInOneDirection() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("process")
                .definedBy(ROOT + ".process")
                .layer("watch")
                .definedBy(ROOT + ".watch")
                .layer("blow")
                .definedBy(ROOT + ".blow")
                .layer("load")
                .definedBy(ROOT + ".load")
                .layer("root")
                .definedBy(ROOT)
                .whereLayer("process")
                .mayOnlyBeAccessedByLayers("watch", "blow", "root")
                .whereLayer("watch")
                .mayOnlyBeAccessedByLayers("blow", "root")
                .whereLayer("blow")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("load")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("root")
                .mayNotBeAccessedByAnyLayer()
                .check(CHAOS);
    }

    @Test
    void shouldSeeTheEngineFromOutsideOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.exitbrain.topology.process", "io.exitbrain.domain.rules")
                .check(CHAOS);
    }
}
