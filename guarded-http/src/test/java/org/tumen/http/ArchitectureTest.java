package org.tumen.http;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.tumen.http", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** Callers see values of Tumen's own: what carries them can change without them. */
    @ArchTest
    static final ArchRule valuesKnowNoLibrary = classes()
            .that(belongToAnyOf(
                    HttpCall.class,
                    HttpOutcome.class,
                    Headers.class,
                    Body.class,
                    Limits.class,
                    Location.class,
                    HttpDate.class,
                    RetryAfter.class,
                    AddressPolicy.class,
                    ForbiddenRange.class,
                    EmbeddedAddress.class))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.tumen.http", "org.jspecify..");

    @ArchTest
    static final ArchRule thereIsOneWayOut = noClasses()
            .that()
            .doNotHaveSimpleName("GuardedHttp")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "reactor.netty..");

    @ArchTest
    static final ArchRule namesAreResolvedInOnePlace = noClasses()
            .that()
            .doNotHaveSimpleName("GuardedResolvers")
            .and()
            .doNotHaveSimpleName("GuardedHttp")
            .and()
            .haveSimpleNameNotEndingWith("Guarded")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.netty.resolver..");

    @ArchTest
    static final ArchRule settingsAreTheOnlyThingOfSpringBoot = noClasses()
            .that()
            .doNotHaveSimpleName("HttpProperties")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.boot..");

    @ArchTest
    static final ArchRule knowsNothingElseOfTumen = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.tumen.crawler..", "org.tumen.alert..", "org.tumen.model..");
}
