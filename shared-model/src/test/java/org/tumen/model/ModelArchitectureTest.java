package org.tumen.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.tumen.model", importOptions = ImportOption.DoNotIncludeTests.class)
class ModelArchitectureTest {

    @ArchTest
    static final ArchRule knowsNoServiceAndNoFramework = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.tumen.crawler..",
                    "org.tumen.classifier..",
                    "org.tumen.alert..",
                    "org.springframework..",
                    "io.micronaut..");

    @ArchTest
    static final ArchRule kafkaAndCloudEventsAreMetInTheEnvelope = noClasses()
            .that()
            .resideOutsideOfPackage("org.tumen.model.envelope")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.cloudevents..");

    @ArchTest
    static final ArchRule jacksonIsMetInTheCodec = noClasses()
            .that()
            .resideOutsideOfPackage("org.tumen.model.json")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson..");

    @ArchTest
    static final ArchRule eventsAreRecords = classes()
            .that()
            .implement(Event.class)
            .and()
            .areNotInterfaces()
            .should()
            .beRecords();

    @ArchTest
    static final ArchRule arrowsPointDownstream = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("feed")
            .definedBy("org.tumen.model.feed")
            .layer("article")
            .definedBy("org.tumen.model.article")
            .layer("assessment")
            .definedBy("org.tumen.model.assessment")
            .layer("alert")
            .definedBy("org.tumen.model.alert")
            .whereLayer("alert")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("assessment")
            .mayOnlyBeAccessedByLayers("alert")
            .whereLayer("article")
            .mayOnlyBeAccessedByLayers("assessment", "alert");
}
