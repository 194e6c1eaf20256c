package org.tumen.alert;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Polarity;
import org.tumen.model.assessment.Status;
import org.tumen.model.assessment.Tier;

/** What a desk does in a browser: it writes subscriptions, replays deliveries, mutes. */
class DeskInBrowserIT extends InBrowser {

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
    void aDeadLetterIsReplayedByKeysAlone() {
        RealParts.RECEIVER.answers("/again", fault(), fault(), fault(), fault());
        var assessed = Assessments.of("given-up", "Given up at first", "He gave up the post.", "gave up the post");
        publish(assessed);
        soon(() -> assertThat(delivery(assessed, "webhook")).startsWith("dead"));
        var page = page();
        page.navigate("/deliveries?state=dead&subscription=again");
        var row = page.locator("#" + deliveryId(assessed, "webhook"));
        page.keyboard().press("j");
        assertThat(row.locator("a")).isFocused();
        assertThat(row).containsText("Given up at first");
        press(page, "Tab", "Enter");
        assertThat(row).containsText("HTTP 500");

        press(page, "Tab", "Enter");

        assertThat(row.locator(".state")).not().hasText("dead");
        soon(() -> assertThat(delivery(assessed, "webhook")).isEqualTo("delivered"));
        page.navigate("/deliveries?state=delivered&subscription=again");
        assertThat(row.locator(".state")).hasText("delivered");
    }

    @Test
    void aStoryIsTakenOnByTheKeyboardAlone() {
        var assessed = recent("USA", "Nobody has it", "Somebody signed a bond.", "signed a bond");
        publish(assessed);
        soon(() -> assertThat(alerts(assessed)).isEqualTo(1));
        var page = page();
        page.navigate(storyPath(assessed));
        var button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Acknowledge"));
        button.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#take-on")).containsText("Taken on by browser-operator");
        assertThat(button).hasCount(0);
        assertThat(page.locator("#take-on .taken")).isFocused();
        page.reload();
        assertThat(page.locator("#take-on")).containsText("just now");
    }

    @Test
    void somethingIsMutedAndHeardAgain() {
        var page = page();
        page.navigate("/silences");
        page.locator("input[name=signals]").fill("never-told");
        page.locator("input[name=dyads]").fill("nonsense");
        page.locator("input[name=comment]").fill("tried in a browser");
        expect("the server responded with a status of 400");
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

    private static void press(Page page, String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
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
