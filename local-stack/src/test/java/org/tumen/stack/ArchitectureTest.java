package org.tumen.stack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.tumen.stack", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.tumen.stack.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule arrowsPointFromCommandsDownToProcesses = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("command")
            .definedBy("..stack.command..")
            .layer("demo")
            .definedBy("..stack.demo..")
            .layer("bench")
            .definedBy("..stack.bench..")
            .layer("fault")
            .definedBy("..stack.fault..")
            .layer("recovery")
            .definedBy("..stack.recovery..")
            .layer("whole")
            .definedBy("..stack.up..", "..stack.status..")
            .layer("parts")
            .definedBy("..stack.service..", "..stack.broker..", "..stack.database..")
            .layer("process")
            .definedBy("..stack.process..")
            .layer("settings")
            .definedBy("..stack.settings..")
            .whereLayer("command")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("demo")
            .mayOnlyBeAccessedByLayers("command", "fault")
            .whereLayer("fault")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("bench")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("recovery")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("whole")
            .mayOnlyBeAccessedByLayers("command", "demo")
            .whereLayer("parts")
            .mayOnlyBeAccessedByLayers("whole", "parts", "bench", "fault", "recovery", "command")
            .whereLayer("process")
            .mayOnlyBeAccessedByLayers("parts", "whole", "demo", "bench", "fault", "recovery", "command");

    @ArchTest
    static final ArchRule librariesAreMetInOneFolder = noClasses()
            .that()
            .resideOutsideOfPackages("..stack.broker..", "..stack.status..", "..stack.bench..", "..stack.deadletter..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "kafka..");

    @ArchTest
    static final ArchRule noPackageIsADrawer =
            noClasses().should().resideInAnyPackage("..config..", "..util..", "..common..", "..dto..", "..exception..");
}
