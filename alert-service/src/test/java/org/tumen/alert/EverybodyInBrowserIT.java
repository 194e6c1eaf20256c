package org.tumen.alert;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tumen.alert.Routes.Row;
import org.tumen.alert.link.SignedLinks;
import org.tumen.alert.link.SignedLinks.Purpose;
import org.tumen.model.assessment.ArticleAssessed;

/** Every view is fit for everybody: on a desk in the light, on a phone at night, for whoever sees and for whoever does not. */
class EverybodyInBrowserIT extends InBrowser {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    private static final int PHONE = 390;

    /** What a page asks for by itself, and what no page shows. */
    private static final Set<String> PARTS = Set.of("/older", "/alerts/stream", "/atom/{token}");

    private final List<String> faults = new ArrayList<>();

    @Autowired
    private SignedLinks links;

    @Test
    void noViewHasASeriousFaultOfAccessOrIsWiderThanAPhone() {
        var assessed = Assessments.of("protocol-snub", "For everybody", "He opened no ramp at all.", "opened no ramp");
        publish(assessed);
        soon(() -> assertThat(delivery(assessed, "email")).isEqualTo("delivered"));
        var views = views(assessed);
        assertThat(views.keySet()).as("every view is looked at").containsAll(routes());
        expect("the server responded with a status of 404");
        var page = page(new NewContextOptions().setColorScheme(ColorScheme.LIGHT));
        views.forEach((route, path) -> {
            page.setViewportSize(1180, 800);
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            page.navigate(path);
            if (route.equals("/subscriptions/new")) {
                page.locator("#try").click();
                page.locator("#preview section").waitFor();
            }
            look(page, path + " on a desk");
            page.setViewportSize(PHONE, 844);
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            look(page, path + " on a phone at night");
            if ((Integer) page.evaluate("() => document.documentElement.scrollWidth") > PHONE) {
                faults.add(path + " is wider than a phone");
            }
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void lightOrDarkAsChosenStaysSo() {
        var page = page(new NewContextOptions().setColorScheme(ColorScheme.LIGHT));
        page.navigate("/trace");
        page.locator("#theme").click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        page.navigate("/feeds");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }

    private void look(Page page, String where) {
        new AxeBuilder(page)
                .setLegacyMode(true).options(violationsAlone()).analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .forEach(rule -> faults.add(where + ": " + rule.getId() + " at "
                                + rule.getNodes().getFirst().getTarget() + ": "
                                + rule.getNodes().getFirst().getFailureSummary()));
    }

    /** What is well is not written down: that takes most of the time. */
    private static AxeRunOptions violationsAlone() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    /** What people look at, by route, with something in it. */
    private Map<String, String> views(ArticleAssessed assessed) {
        var views = new LinkedHashMap<String, String>();
        for (var asTheyAre :
                List.of("/", "/triangle", "/feeds", "/silences", "/subscriptions/new", "/login", "/password")) {
            views.put(asTheyAre, asTheyAre);
        }
        var story = storyPath(assessed);
        views.put("/stories/{id}", story);
        views.put(
                "/stories/{id}/articles/{article}",
                story + "/articles/" + assessed.article().id());
        views.put("/triangle/items", "/triangle/items?signal=protocol-snub");
        views.put("/feed-trials/{id}", "/feed-trials/" + triedFeed());
        views.put("/deliveries", "/deliveries?state=all");
        views.put("/subscriptions", "/subscriptions?q=triangle");
        views.put("/subscriptions/{id}", "/subscriptions/triangle-desk");
        views.put("/trace", "/trace?url=" + assessed.article().url());
        views.put("/unsubscribe/{token}", link(Purpose.UNSUBSCRIBE, "triangle-desk", "desk@example.org"));
        views.put("/confirm/{token}", link(Purpose.CONFIRM, "triangle-desk", "desk@example.org"));
        views.put("/feedback/{token}", link(Purpose.FEEDBACK, idOf(assessed), "triangle-desk", "desk@example.org"));
        views.put(
                "/acknowledge/{token}", link(Purpose.ACKNOWLEDGE, idOf(assessed), "triangle-desk", "desk@example.org"));
        // With nothing in them.
        views.put("an address to be pasted", "/trace");
        views.put("no story with all of that", "/?signal=never-told");
        views.put("no delivery like that", "/deliveries?state=held&subscription=never-told");
        views.put("not here", "/stories/story-00000000000000000000000000000000");
        return views;
    }

    private String triedFeed() {
        var asked = post("/api/v1/feed-trials", "{\"url\": \"https://everybody.example.org/rss.xml\"}");
        return asked.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    }

    private String link(Purpose purpose, String... facts) {
        return path(links.to(purpose, List.of(facts)).orElseThrow().toString());
    }

    private static Set<String> routes() {
        return Routes.all().stream()
                .filter(row -> row.method().equals("GET"))
                .map(Row::route)
                .filter(route -> !route.matches("/(?:api|actuator|v3|swagger-ui).*") && !PARTS.contains(route))
                .collect(Collectors.toSet());
    }
}
