package org.tumen.classifier;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/** What each folder may know. */
@AnalyzeClasses(packages = "org.tumen.classifier", importOptions = ImportOption.DoNotIncludeTests.class)
class FlowTest {

    @ArchTest
    static final ArchRule knowledgeIsUsedDownstreamOnly = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("edges")
            .definedBy("..intake..", "..commandline..", "..replay..", "org.tumen.classifier")
            .layer("opinion")
            .definedBy("..opinion..")
            .layer("assess")
            .definedBy("..assess..")
            .layer("match")
            .definedBy("..match..")
            .layer("signal")
            .definedBy("..signal..")
            .layer("actor")
            .definedBy("..actor..")
            .layer("language")
            .definedBy("..language..")
            .layer("event")
            .definedBy("..event..")
            .layer("model")
            .definedBy("..model..")
            .layer("publish")
            .definedBy("..publish..")
            .whereLayer("edges")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("opinion")
            .mayOnlyBeAccessedByLayers("edges")
            .whereLayer("assess")
            .mayOnlyBeAccessedByLayers("edges", "opinion")
            .whereLayer("match")
            .mayOnlyBeAccessedByLayers("assess", "event")
            .whereLayer("event")
            .mayOnlyBeAccessedByLayers("assess", "edges")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("match", "assess", "event")
            .whereLayer("publish")
            .mayOnlyBeAccessedByLayers("edges")
            .whereLayer("actor")
            .mayOnlyBeAccessedByLayers("signal", "match", "assess", "event", "opinion", "edges");

    @ArchTest
    static final ArchRule noCircles =
            slices().matching("org.tumen.classifier.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule kafkaIsMetAtTheEdges = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackages("..intake..", "..publish..", "..replay..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule noDrawersForEverything = ArchRuleDefinition.noClasses()
            .should()
            .resideInAnyPackage("..config..", "..util..", "..common..", "..dto..", "..exception..");
}
