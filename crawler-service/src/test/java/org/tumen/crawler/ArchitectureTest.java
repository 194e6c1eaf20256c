package org.tumen.crawler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.tumen.crawler", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule arrowsPointDownstream = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("poll")
            .definedBy("..crawler.poll..")
            .layer("fetch")
            .definedBy("..crawler.fetch..")
            .layer("feed")
            .definedBy("..crawler.feed..")
            .layer("entry")
            .definedBy("..crawler.entry..")
            .layer("article")
            .definedBy("..crawler.article..")
            .layer("backfill")
            .definedBy("..crawler.backfill..")
            .layer("archive")
            .definedBy("..crawler.archive..")
            .layer("duplicate")
            .definedBy("..crawler.duplicate..")
            .layer("revision")
            .definedBy("..crawler.revision..")
            .layer("health")
            .definedBy("..crawler.health..")
            .layer("publish")
            .definedBy("..crawler.publish..")
            .whereLayer("poll")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("fetch")
            .mayOnlyBeAccessedByLayers("poll", "backfill")
            .whereLayer("entry")
            .mayOnlyBeAccessedByLayers("poll", "fetch", "backfill")
            .whereLayer("article")
            .mayOnlyBeAccessedByLayers("poll", "fetch", "revision", "backfill")
            .whereLayer("backfill")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("archive")
            .mayOnlyBeAccessedByLayers("fetch", "backfill")
            .whereLayer("duplicate")
            .mayOnlyBeAccessedByLayers("revision")
            .whereLayer("revision")
            .mayOnlyBeAccessedByLayers("fetch", "backfill")
            .whereLayer("health")
            .mayOnlyBeAccessedByLayers("poll", "fetch")
            .whereLayer("publish")
            .mayOnlyBeAccessedByLayers("poll", "fetch", "revision", "backfill", "health");

    @ArchTest
    static final ArchRule romeIsMetInEntryOnly = noClasses()
            .that()
            .resideOutsideOfPackage("..crawler.entry..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.rometools..");

    @ArchTest
    static final ArchRule hash4jIsMetInDuplicateOnly = noClasses()
            .that()
            .resideOutsideOfPackage("..crawler.duplicate..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.dynatrace..");

    @ArchTest
    static final ArchRule warcIsMetInArchiveOnly = noClasses()
            .that()
            .resideOutsideOfPackage("..crawler.archive..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.netpreserve..");

    @ArchTest
    static final ArchRule kafkaIsMetInFetchAndPublishOnly = noClasses()
            .that()
            .resideOutsideOfPackages("..crawler.fetch..", "..crawler.publish..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..");

    @ArchTest
    static final ArchRule packagesAreNamedByTheFlow = classes()
            .should()
            .resideOutsideOfPackages(
                    "..config..", "..util..", "..common..", "..dto..", "..exception..", "..service..", "..model..");
}
