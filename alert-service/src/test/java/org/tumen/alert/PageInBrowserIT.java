package org.tumen.alert;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.model.article.Article;
import org.tumen.model.article.Change;
import org.tumen.model.article.ChangeKind;
import org.tumen.model.article.Passage;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Finding;
import org.tumen.model.assessment.Status;

/** Stories in a browser: as they come, as they open, and as the keyboard reaches them. */
class PageInBrowserIT extends InBrowser {

    private static final String SIGNAL = "shown-on-page";

    /** Where the first mark of an article's text begins, in UTF-16 units from the beginning of its paragraph. */
    private static final String START_OF_MARK = """
            () => {
              const mark = document.querySelector('.article p mark');
              const range = document.createRange();
              range.setStart(mark.closest('p'), 0);
              range.setEndBefore(mark);
              return range.toString().length;
            }""";

    @Test
    void aStoryAppearsWithoutLoadingThePageAgain() {
        var page = page();
        page.navigate("/");
        assertThat(page.locator("#live")).hasText("Live");
        page.evaluate("() => { window.neverLoadedAgain = true; }");

        publish(Assessments.of(
                SIGNAL, "A bridge opens at Tumangang", "Russia opened the bridge.", "opened the bridge"));

        assertThat(page.locator("article.line").first().locator(".headline")).hasText("A bridge opens at Tumangang");
        assertThat(page.locator("article.line").first().locator("mark")).hasText("opened the bridge");
        assertThat(page.evaluate("() => window.neverLoadedAgain")).isEqualTo(true);
    }

    @Test
    void aFilterStaysInTheAddressAndHoldsForWhatComes() {
        var shown = Assessments.of(SIGNAL, "Of the filtered signal", "Somebody opened a door.", "opened a door");
        publish(shown);
        soon(() -> assertThat(alerts(shown)).isEqualTo(1));
        var page = page();
        page.navigate("/?signal=" + SIGNAL);
        assertThat(page.locator("#live")).hasText("Live");
        assertThat(page.locator("select[name=signal]")).hasValue(SIGNAL);

        publish(Assessments.of("protocol-snub", "Of another signal", "He did not come at all.", "did not come at all"));
        publish(Assessments.of(SIGNAL, "Of the same signal", "Somebody closed a door.", "closed a door"));

        assertThat(page.locator("article.line").first().locator(".headline")).hasText("Of the same signal");
        assertThat(page.getByText("Of another signal")).hasCount(0);
        page.locator("select[name=language]").selectOption("en");
        page.waitForURL("**/?signal=" + SIGNAL + "&pair=&language=en&kind=");
    }

    /** The second text begins with a character of two UTF-16 units. */
    @ParameterizedTest
    @CsvSource({
        "ko, 러시아가 다리를 열었다, 두만강에서 러시아가 새 다리를 열었다고 통신이 전했다., 다리를 열었다, 13",
        "zh, 俄罗斯开通大桥, 𠮷林省消息：俄罗斯开通了图们江大桥。, 开通了图们江大桥, 10"
    })
    void evidenceIsMarkedAtTheVeryCharacters(String language, String title, String text, String quote, int start) {
        var article = Assessments.article(language, title, text);
        assertThat(text.indexOf(quote)).isEqualTo(start);
        var assessed = reported(article, quote);
        publish(assessed);
        soon(() -> assertThat(alerts(assessed)).isEqualTo(1));

        var page = page();
        page.navigate(storyPath(assessed));

        assertThat(page.locator(".article p mark")).hasText(quote);
        assertThat(page.evaluate(START_OF_MARK)).isEqualTo(start);
        assertThat(page.locator(".article")).hasAttribute("lang", language);
        assertThat(page.locator(".article p")).hasText(text);
    }

    @Test
    void aHostileTitleDoesNothing() {
        var title = "<img src=x onerror=alert(1)><script>alert(2)</script>\u202E<a href='javascript:alert(3)'>free";
        var assessed = Assessments.of(
                SIGNAL, title, "\"><svg onload=alert(4)> He left {{7*7}} ${7*7} early.", "left {{7*7}} ${7*7}");
        var page = page();
        page.navigate("/?signal=" + SIGNAL);
        assertThat(page.locator("#live")).hasText("Live");
        publish(assessed);

        assertThat(page.locator("article.line").first()).containsText("<img src=x onerror=alert(1)><script>");
        soon(() -> assertThat(alerts(assessed)).isEqualTo(1));
        for (var view : List.of(
                "/",
                storyPath(assessed),
                "/deliveries?state=all",
                "/trace?url=" + assessed.article().url())) {
            page.navigate(view);
            assertThat(page.locator("main")).containsText(view.startsWith("/deliveries") ? "Deliveries" : "<img src=x");
            assertThat(page.locator("main img, main script, main svg[onload], [href^=javascript]"))
                    .hasCount(0);
        }
        page.navigate(storyPath(assessed));
        assertThat(page.locator(".article p mark")).hasText("left {{7*7}} ${7*7}");
    }

    @Test
    void theKeyboardAloneReachesEverything() {
        publish(Assessments.of(SIGNAL, "The first by keyboard", "Somebody opened a window.", "opened a window"));
        publish(Assessments.of(SIGNAL, "The second by keyboard", "Somebody closed a window.", "closed a window"));
        var page = page();
        soon(() -> assertThat(get("/")).contains("The first by keyboard", "The second by keyboard"));
        page.navigate("/?signal=" + SIGNAL);

        page.keyboard().press("Tab");
        assertThat(focused(page)).isEqualTo("Skip to the content");
        page.keyboard().press("Enter");
        page.keyboard().press("j");
        assertThat(focused(page)).isEqualTo("The second by keyboard");
        page.keyboard().press("j");
        assertThat(focused(page)).isEqualTo("The first by keyboard");
        page.keyboard().press("k");
        assertThat(focused(page)).isEqualTo("The second by keyboard");
        page.keyboard().press("?");
        assertThat(page.locator("#help")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#help")).isHidden();
        page.keyboard().press("/");
        assertThat(page.locator("select[name=signal]")).isFocused();
        page.locator("article.line a").first().focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/stories/story-*");
        assertThat(page.locator("h1")).hasText("The second by keyboard");

        // A verdict, by keys alone.
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Noise"))
                .focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".judge button.given")).hasText("Noise 1");
    }

    /** One visit for all of it: what the triangle shows may be half a minute old. */
    @Test
    void aWeekOfTheTriangleIsReadOutAndACellOfItsMapLeadsToTheItemsThatItCounts() {
        for (var number : List.of("one", "two", "three")) {
            var article = Assessments.article("en", "Counted in a cell, " + number, "Somebody opened a ferry.");
            var assessed = Assessments.at(Instant.now(), article, finding(article, "opened a ferry"));
            publish(assessed);
            soon(() -> assertThat(hasText(assessed)).isTrue());
        }
        var page = page();
        var cell = page.locator(".heat tr", new Page.LocatorOptions().setHasText(SIGNAL))
                .locator("td a")
                .last();
        await().atMost(Duration.ofSeconds(45))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    page.navigate("/triangle");
                    return cell.count() == 1;
                });
        var weeks = page.locator(".chart").first().locator("a");
        var reading = weeks.last().locator(".reading");
        assertThat(reading).isHidden();
        weeks.last().hover();
        assertThat(reading).isVisible();
        assertThat(reading).containsText("on average");
        weeks.first().focus();
        assertThat(reading).isVisible();
        page.mouse().move(0, 0);
        assertThat(reading).isHidden();
        assertThat(weeks.first().locator(".reading")).isVisible();
        page.keyboard().press("Enter");
        page.waitForURL("**/triangle/items?pair=*");

        page.goBack();
        var findings = Integer.parseInt(cell.innerText());
        cell.focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/triangle/items?signal=" + SIGNAL + "&from=*&to=*");
        var items = page.locator("main tbody tr").count();
        assertThat(items).isGreaterThanOrEqualTo(Math.max(3, findings));
        assertThat(page.locator(".lede")).containsText("n = " + items);
    }

    @Test
    void whatIsUnderWayAndWhatGoesWrongIsSaidOnThePage() {
        var assessed = Assessments.of(SIGNAL, "Of a line that breaks", "Somebody opened a lock.", "opened a lock");
        publish(assessed);
        soon(() -> assertThat(alerts(assessed)).isEqualTo(1));
        var page = page();
        page.navigate("/");
        var held = new ArrayList<Route>();
        page.route("**/?signal=*", held::add);
        page.locator("select[name=signal]").selectOption(SIGNAL);
        assertThat(page.locator("#loading")).isVisible();
        expect("Failed to load resource");
        expect("htmx:");
        held.getFirst().abort();
        assertThat(page.locator("#problem"))
                .hasText("The service does not answer. Is it running? Try again in a moment.");
        assertThat(page.locator("#loading")).isHidden();

        page.unroute("**/?signal=*");
        page.locator("select[name=language]").selectOption("en");
        assertThat(page.locator("#problem")).isHidden();
        page.waitForURL("**/?signal=" + SIGNAL + "&pair=&language=en&kind=");
    }

    @Test
    void aStoryShowsItsOriginsReprintsAndRevisions() {
        var month = Assessments.month();
        var first = Assessments.article("en", "A tanker leaves Rason", "A tanker left Rason on Monday.");
        var copy = Assessments.copy(Assessments.by("copier", first), first.id());
        var later = Assessments.as(
                first, revised(Assessments.article("en", "A tanker leaves Rason", "A tanker left Rason on Tuesday.")));
        for (var article : List.of(first, copy, later)) {
            publish(Assessments.at(month, article, finding(article, "tanker left Rason")));
        }
        soon(() -> assertThat(history(Assessments.of(later))).anyMatch(line -> line.startsWith("revision 2")));

        var page = page();
        page.navigate(storyPath(Assessments.of(first)));

        assertThat(page.locator(".articles > li.origin")).containsText("in its own words");
        assertThat(page.locator(".articles > li.reprint")).containsText("repeats Example Wire");
        assertThat(page.locator(".strip circle")).hasCount(2);
        assertThat(page.locator(".revision del")).hasText("on Monday");
        assertThat(page.locator(".revision ins")).hasText("on Tuesday");
        page.locator(".articles > li.reprint summary").click();
        assertThat(page.locator(".articles > li.reprint .article p mark")).hasText("tanker left Rason");
    }

    private static Article revised(Article article) {
        return new Article(
                article.id(),
                2,
                article.source(),
                article.url(),
                article.title(),
                article.text(),
                null,
                article.language(),
                null,
                null,
                new Change(ChangeKind.EDITED, null, List.of(new Passage(20, "on Monday", "on Tuesday")), true),
                null);
    }

    private static ArticleAssessed reported(Article article, String quote) {
        return Assessments.at(Assessments.month(), article, finding(article, quote));
    }

    private static Finding finding(Article article, String quote) {
        var start = article.text().indexOf(quote);
        var found = Assessments.finding(article, SIGNAL, Status.REPORTED, 0.75, quote);
        assertThat(found.evidence())
                .containsExactly(Evidence.quoting(article, Evidence.Part.TEXT, start, start + quote.length()));
        return found;
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("() => document.activeElement.textContent.trim()"));
    }
}
