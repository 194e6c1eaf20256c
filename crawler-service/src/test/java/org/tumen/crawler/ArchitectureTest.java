package org.tumen.crawler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

@AnalyzeClasses(packages = "org.tumen.crawler", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "org.tumen.crawler";

    /** Every package with those that may use it, in the order of the flow. The commands stand beside it. */
    private static final Map<String, List<String>> USED_BY = Map.ofEntries(
            entry("commandline", List.of()),
            entry("trial", List.of("commandline")),
            entry("backfill", List.of()),
            entry("reading", List.of()),
            entry(
                    "feed",
                    List.of("settings", "poll", "websub", "fetch", "revision", "health", "backfill", "commandline")),
            entry("settings", List.of()),
            entry("poll", List.of()),
            entry("rhythm", List.of("poll", "fetch", "trial")),
            entry("websub", List.of("poll", "trial")),
            entry("fetch", List.of("poll", "backfill", "trial", "commandline")),
            entry("listing", List.of("feed", "poll", "backfill", "trial", "commandline")),
            entry("entry", List.of("poll", "websub", "fetch", "listing", "backfill", "reading", "trial")),
            entry("article", List.of("poll", "fetch", "listing", "revision", "backfill", "reading", "trial")),
            entry("charset", List.of("entry", "listing", "article", "backfill")),
            entry("dateline", List.of("entry", "listing", "article", "backfill")),
            entry("archive", List.of("fetch", "backfill")),
            entry("revision", List.of("fetch", "backfill")),
            entry("duplicate", List.of("revision")),
            entry("health", List.of("settings", "poll")),
            entry("publish", List.of("settings", "poll", "fetch", "revision", "backfill", "health", "trial")));

    /** The public types of a folder; two where nothing is said. What passes through a door counts with it. */
    private static final Map<String, Integer> PUBLIC_TYPES = Map.ofEntries(
            entry("feed", 4),
            entry("rhythm", 3),
            entry("websub", 4),
            entry("fetch", 3),
            entry("listing", 4),
            entry("entry", 7),
            entry("article", 4),
            entry("charset", 3),
            entry("archive", 3),
            entry("duplicate", 3),
            entry("revision", 3),
            entry("publish", 3));

    @ArchTest
    static void arrowsPointDownstream(JavaClasses classes) {
        var layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (var layer : USED_BY.keySet()) {
            layers = layers.layer(layer).definedBy(ROOT + "." + layer + "..");
        }
        for (var layer : USED_BY.entrySet()) {
            layers = layer.getValue().isEmpty()
                    ? layers.whereLayer(layer.getKey()).mayNotBeAccessedByAnyLayer()
                    : layers.whereLayer(layer.getKey())
                            .mayOnlyBeAccessedByLayers(layer.getValue().toArray(String[]::new));
        }
        layers.check(classes);
    }

    @ArchTest
    static void everyPackageHasItsPlaceInTheFlow(JavaClasses classes) {
        assertThat(classes.stream()
                        .map(type ->
                                type.getPackageName().substring(ROOT.length()).replaceFirst("^\\.", ""))
                        .filter(name -> !name.isEmpty())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(USED_BY.keySet());
    }

    @ArchTest
    static void foldersHaveFewDoors(JavaClasses classes) {
        assertThat(classes.stream()
                        .filter(type -> type.isTopLevelClass()
                                && type.getModifiers().contains(JavaModifier.PUBLIC)
                                && !type.getPackageName().equals(ROOT))
                        .collect(Collectors.groupingBy(ArchitectureTest::folder, Collectors.counting())))
                .allSatisfy((folder, doors) -> assertThat(doors.intValue())
                        .as(folder)
                        .isLessThanOrEqualTo(PUBLIC_TYPES.getOrDefault(folder, 2)));
    }

    @ArchTest
    static final ArchRule romeIsMetInEntryOnly = isMetOnlyIn("com.rometools..", "entry");

    @ArchTest
    static final ArchRule jsoupIsMetWhereDocumentsAreRead = isMetOnlyIn("org.jsoup..", "entry", "listing", "article");

    @ArchTest
    static final ArchRule hash4jIsMetInDuplicateOnly = isMetOnlyIn("com.dynatrace..", "duplicate");

    @ArchTest
    static final ArchRule warcIsMetInArchiveOnly = isMetOnlyIn("org.netpreserve..", "archive");

    @ArchTest
    static final ArchRule icuIsMetInCharsetOnly = isMetOnlyIn("com.ibm.icu..", "charset");

    @ArchTest
    static final ArchRule kafkaIsMetInSettingsTrialFetchAndPublishOnly = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..crawler.settings..", "..crawler.trial..", "..crawler.fetch..", "..crawler.publish..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..");

    @ArchTest
    static final ArchRule packagesAreNamedByTheFlow = classes()
            .should()
            .resideOutsideOfPackages(
                    "..config..", "..util..", "..common..", "..dto..", "..exception..", "..service..", "..model..");

    private static ArchRule isMetOnlyIn(String library, String... folders) {
        var packages =
                Arrays.stream(folders).map(folder -> ROOT + "." + folder + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static String folder(JavaClass type) {
        return type.getPackageName().substring(ROOT.length() + 1);
    }
}
