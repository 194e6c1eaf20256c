package org.tumen.stack.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who looks at the page of a demo with a browser while its fortnight passes: with the machine's own Chromium. */
final class Onlooker {

    static final Path CHROMIUM = Path.of(Objects.requireNonNullElse(System.getenv("CHROMIUM"), "/usr/bin/chromium"));

    private static final int MILLIS = 60_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Where the first mark of an article's text begins, in UTF-16 units from the beginning of its paragraph. */
    private static final String START_OF_MARK = """
            () => {
              const mark = document.querySelector('.article p mark');
              const range = document.createRange();
              range.setStart(mark.closest('p'), 0);
              range.setEndBefore(mark);
              return range.toString().length;
            }""";

    private final Page page;
    private final List<String> dialogs = new ArrayList<>();

    private Onlooker(Page page) {
        this.page = page;
        page.onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });
    }

    static boolean isThere() {
        return Files.isExecutable(CHROMIUM);
    }

    /**
     * Looks until all is seen.
     *
     * @param token of an operator, as a file
     */
    static void look(String address, Path token) {
        await().atMost(MILLIS, TimeUnit.MILLISECONDS).ignoreExceptions().until(() -> isReady(address));
        PlaywrightAssertions.setDefaultAssertionTimeout(MILLIS);
        var options = new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        try (var playwright = Playwright.create(options);
                var browser = playwright
                        .chromium()
                        .launch(new LaunchOptions().setExecutablePath(CHROMIUM).setArgs(List.of("--no-sandbox")))) {
            var context = browser.newContext(new NewContextOptions()
                    .setBaseURL(address)
                    .setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + read(token))));
            context.setDefaultTimeout(MILLIS);
            var onlooker = new Onlooker(context.newPage());
            onlooker.storiesComeByThemselves();
            onlooker.evidenceIsMarkedAtTheVeryCharacters("ko", Character.UnicodeScript.HANGUL);
            onlooker.evidenceIsMarkedAtTheVeryCharacters("zh", Character.UnicodeScript.HAN);
            onlooker.aSubscriptionIsTried();
            onlooker.aHostileTitleIsText();
            onlooker.keysLeadToAStory();
        }
    }

    private void storiesComeByThemselves() {
        page.navigate("/");
        assertThat(page.locator("#live")).hasText("Live");
        page.evaluate("() => { window.neverLoadedAgain = true; }");
        assertThat(page.locator("article.line.fresh").first()).isVisible();
        assertThat(page.evaluate("() => window.neverLoadedAgain")).isEqualTo(true);
    }

    private void evidenceIsMarkedAtTheVeryCharacters(String language, Character.UnicodeScript script) {
        page.navigate("/?language=" + language);
        assertThat(page.locator("article.line").first()).isVisible();
        var alert = get("/api/v1/alerts?limit=100")
                .path("items")
                .valueStream()
                .filter(one -> one.at("/article/language").asString().equals(language))
                .findFirst()
                .orElseThrow();
        var article = alert.at("/article/id").asString();
        var assessed = get("/api/v1/articles/" + article).path("assessed");
        var text = assessed.at("/article/text").asString();
        var start = assessed.path("findings")
                .valueStream()
                .flatMap(finding -> finding.path("evidence").valueStream())
                .filter(evidence -> evidence.path("part").asString().equals("text"))
                .mapToInt(evidence -> evidence.path("start").asInt())
                .min()
                .orElseThrow();

        page.navigate("/stories/" + alert.at("/story/id").asString() + "/articles/" + article);
        var mark = page.locator(".article p mark").first();
        assertThat(mark).isVisible();
        var words = mark.textContent();
        assertThat(text.substring(start)).startsWith(words);
        assertThat(page.evaluate(START_OF_MARK)).isEqualTo(start - (text.lastIndexOf('\n', start - 1) + 1));
        assertThat(words.codePoints().mapToObj(Character.UnicodeScript::of)).contains(script);
    }

    private void aSubscriptionIsTried() {
        page.navigate("/subscriptions/new");
        page.locator("#yaml").fill("""
                id: onlooker
                name: Onlooker
                filter: {signals: [treaty-move], minScore: 0.5}
                """);
        page.locator("#try").click();
        assertThat(page.locator("#preview")).containsText("would have been sent");
        assertThat(page.locator("#preview .articles li").first()).isVisible();
    }

    private void aHostileTitleIsText() {
        page.navigate("/");
        assertThat(page.locator("article.line", new Page.LocatorOptions().setHasText("<script>alert(1)</script>")))
                .isVisible();
        assertThat(page.locator("main script")).hasCount(0);
        assertThat(dialogs).isEmpty();
    }

    private void keysLeadToAStory() {
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        page.waitForURL("**/stories/story-*");
        assertThat(page.locator("h1")).isVisible();
    }

    private JsonNode get(String path) {
        return JSON.readTree(page.context().request().get(path).text());
    }

    private static boolean isReady(String address) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address + "/actuator/health/readiness"));
            return client.send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
