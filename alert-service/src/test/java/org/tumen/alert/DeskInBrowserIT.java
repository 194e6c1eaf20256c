package org.tumen.alert;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Polarity;
import org.tumen.model.assessment.Status;
import org.tumen.model.assessment.Tier;

/** What a desk does in a browser: it writes subscriptions, replays deliveries, mutes; and every view is fit for everybody. */
class DeskInBrowserIT extends InBrowser {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    @Test
    void aSubscriptionIsWrittenTriedAndKept() {
        var assessed = recent("RUS", "A subscription would want this", "Somebody signed a lease.", "signed a lease");
        publish(assessed);
        soon(() -> assertThat(hasText(assessed)).isTrue());
        var page = page();
        page.navigate("/subscriptions?q=triangle");
        page.getByText("Write one").click();
        page.locator("#yaml").fill("""
                id: written-here
                name: Written here
                filter: {signals: [shown-on-page], minScore: 2}
                """);
        page.locator("#try").click();
        assertThat(page.locator("#preview .fault")).containsText("minScore");

        page.locator("#yaml").fill("""
                id: written-here
                name: Written here
                filter:
                  signals: [shown-on-page]
                  minScore: 0.5
                """);
        page.locator("#try").click();
        assertThat(page.locator("#preview")).containsText("would have been sent");
        assertThat(page.locator("#preview .articles")).containsText("A subscription would want this");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        page.waitForURL("**/subscriptions/written-here?saved=yes");
        assertThat(page.locator(".done")).containsText("Kept, and in force");
        assertThat(get("/api/v1/subscriptions/written-here")).contains("\"minScore\":0.5");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Delete this subscription"))
                .click();
        page.waitForURL("**/subscriptions");
        assertThat(page.getByText("written-here")).hasCount(0);
    }

    @Test
    void aDeadLetterIsReplayed() {
        RealParts.RECEIVER.answers("/again", fault(), fault(), fault(), fault());
        var assessed = Assessments.of("given-up", "Given up at first", "He gave up the post.", "gave up the post");
        publish(assessed);
        soon(() -> assertThat(delivery(assessed, "webhook")).startsWith("dead"));
        var page = page();
        page.navigate("/deliveries?state=dead&subscription=again");
        var row = page.locator("#" + deliveryId(assessed, "webhook"));
        assertThat(row).containsText("Given up at first");
        row.locator("summary").click();
        assertThat(row).containsText("HTTP 500");

        row.getByRole(AriaRole.BUTTON).click();

        assertThat(row.locator(".state")).not().hasText("dead");
        soon(() -> assertThat(delivery(assessed, "webhook")).isEqualTo("delivered"));
        page.navigate("/deliveries?state=delivered&subscription=again");
        assertThat(row.locator(".state")).hasText("delivered");
    }

    @Test
    void somethingIsMutedAndHeardAgain() {
        var page = page();
        page.navigate("/silences");
        page.locator("input[name=signals]").fill("never-told");
        page.locator("input[name=dyads]").fill("nonsense");
        page.locator("input[name=comment]").fill("tried in a browser");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mute"))
                .click();
        assertThat(page.locator(".fault")).containsText("as DPRK-RUS");
        assertThat(page.locator("input[name=comment]")).hasValue("tried in a browser");
        page.locator("input[name=dyads]").fill("rus-dprk");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mute"))
                .click();

        var row = page.locator("tr", new Page.LocatorOptions().setHasText("tried in a browser"));
        assertThat(row).containsText("signals: never-told; dyads: DPRK-RUS");
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("End now"))
                .click();
        assertThat(row).containsText("ended");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void noViewHasASeriousFaultOfAccess(ColorScheme scheme) {
        var assessed = recent("PRC", "For everybody", "Somebody opened a ramp.", "opened a ramp");
        publish(assessed);
        soon(() -> assertThat(alerts(assessed)).isEqualTo(1));
        var page = page(new NewContextOptions().setColorScheme(scheme));
        var faults = new ArrayList<String>();
        for (var view : List.of(
                "/",
                storyPath(assessed),
                storyPath(assessed) + "/articles/" + assessed.article().id(),
                "/triangle",
                "/triangle/items",
                "/feeds",
                "/deliveries?state=all",
                "/silences",
                "/subscriptions?q=triangle",
                "/subscriptions/new",
                "/trace",
                "/trace?url=" + assessed.article().url())) {
            page.navigate(view);
            new AxeBuilder(page)
                    .setLegacyMode(true).options(violationsAlone()).analyze().getViolations().stream()
                            .filter(rule -> SERIOUS.contains(rule.getImpact()))
                            .forEach(rule -> faults.add(view + ": " + rule.getId() + " at "
                                    + rule.getNodes().getFirst().getTarget() + ": "
                                    + rule.getNodes().getFirst().getFailureSummary()));
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void noViewIsWiderThanAPhone(ColorScheme scheme) {
        var page = page(new NewContextOptions().setColorScheme(scheme).setViewportSize(390, 844));
        for (var view :
                List.of("/", "/triangle", "/feeds", "/deliveries?state=all", "/silences", "/subscriptions", "/trace")) {
            page.navigate(view);
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                    .as(view)
                    .isLessThanOrEqualTo(390);
        }
        page.locator("#theme").click();
        assertThat(page.locator("html")).hasAttribute("data-theme", scheme == ColorScheme.LIGHT ? "dark" : "light");
        page.navigate("/feeds");
        assertThat(page.locator("html")).hasAttribute("data-theme", scheme == ColorScheme.LIGHT ? "dark" : "light");
    }

    /** What is well is not written down: that takes most of the time. */
    private static AxeRunOptions violationsAlone() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    private static MockResponse fault() {
        return new MockResponse.Builder().code(500).build();
    }

    /** Of these days, as a preview looks no further back. */
    private static ArticleAssessed recent(String giver, String title, String text, String quote) {
        var article = Assessments.article("en", title, text);
        return Assessments.at(
                Instant.now(),
                article,
                Assessments.finding(
                        article,
                        "shown-on-page",
                        giver,
                        "DPRK",
                        null,
                        Polarity.CLOSER,
                        Tier.EPISODIC,
                        Status.REPORTED,
                        0.75,
                        quote));
    }
}
