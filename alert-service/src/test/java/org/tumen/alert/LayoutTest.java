package org.tumen.alert;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One folder per step of the flow, each with a small door. */
class LayoutTest {

    private static final String ROOT = "org.tumen.alert";

    /** In the order of the flow. A step knows those before it; intake, which drives them all, knows every one. */
    private static final List<String> FLOW = List.of(
            "moment",
            "problem",
            "page",
            "access",
            "access.secret",
            "access.audit",
            "access.user",
            "access.token",
            "access.session",
            "access.oidc",
            "access.gate",
            "history",
            "feed",
            "trial",
            "story.link",
            "story",
            "calendar",
            "baseline",
            "index",
            "expectation",
            "timing",
            "query",
            "subscription",
            "silence",
            "route",
            "raise",
            "present",
            "digest",
            "link",
            "notice",
            "feedback",
            "preview",
            "delivery",
            "acknowledge",
            "operations",
            "retention",
            "deadletter",
            "publish",
            "stream",
            "trace",
            "openapi",
            "dashboard");

    private static final List<String> WITH_STEPS_IN_IT = List.of("story", "access");

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

    @Test
    void noStepKnowsALaterOne() {
        for (var i = 0; i < FLOW.size(); i++) {
            for (var later : FLOW.subList(i + 1, FLOW.size())) {
                noClasses()
                        .that()
                        .resideInAPackage(step(FLOW.get(i)))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(step(later))
                        .check(CLASSES);
            }
            noClasses()
                    .that()
                    .resideInAPackage(step(FLOW.get(i)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ROOT + ".intake..")
                    .check(CLASSES);
        }
    }

    @Test
    void aStepShowsTwoTypesAtMost() {
        var doors = CLASSES.stream()
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .collect(Collectors.groupingBy(
                        JavaClass::getPackageName, Collectors.mapping(JavaClass::getSimpleName, Collectors.toSet())));
        assertThat(doors).allSatisfy((step, types) -> assertThat(types).as(step).hasSizeLessThanOrEqualTo(2));
    }

    @Test
    void aLibraryIsMetInOneFolder() {
        onlyIn("jakarta.mail..", "delivery.email");
        onlyIn("com.standardwebhooks..", "delivery.webhook");
        onlyIn("org.tumen.http", "delivery.webhook");
        onlyIn("com.github.kagkarlsson..", "delivery", "acknowledge", "operations", "retention", "intake");
        onlyIn("org.springframework.security.config..", "access.gate", "access.oidc");
        onlyIn("org.springframework.security.oauth2..", "access.oidc", "access.session");
        onlyIn("org.springdoc..", "openapi");
        onlyIn("io.swagger..", "openapi");
        onlyIn("org.springframework.security.crypto..", "access.user");
        onlyIn(
                "org.tumen.seeds..",
                "feed",
                "subscription",
                "story.link",
                "calendar",
                "baseline",
                "index",
                "expectation");
        onlyIn("org.apache.lucene..", "query");
        onlyIn("com.ibm.icu..", "query");
    }

    @Test
    void noFolderIsNamedAfterWhatItIsMadeOf() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct())
                .noneMatch(name -> name.matches(".*\\.(config|util|common|dto|exception)(\\..*)?"));
    }

    /** A step with all in its folder, but for those whose inner folders are steps of their own. */
    private static String step(String name) {
        return ROOT + "." + name + (WITH_STEPS_IN_IT.contains(name) ? "" : "..");
    }

    private static void onlyIn(String library, String... folders) {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        Stream.concat(Stream.of(ROOT), Arrays.stream(folders).map(folder -> ROOT + "." + folder))
                                .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }
}
