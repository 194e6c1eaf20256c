package org.tumen.alert;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The one browser of all tests: the machine's own Chromium, at {@code CHROMIUM} or where Debian has it. Where there is none,
 * its tests are skipped and say so.
 */
final class Chromium {

    /** Signals that no other test has. */
    static final String SUBSCRIPTIONS = """
            subscriptions:
              - {id: shown, name: Shown, filter: {signals: [shown-on-page]}}
              - {id: again, name: Again, filter: {signals: [given-up]}, webhook: {url: "RECEIVER/again", secret: SECRET}}
            """;

    private static final int MILLIS = 60_000;

    private static @Nullable Browser browser;
    private static boolean said;

    private Chromium() {}

    /** A browser without cookies or memory. */
    static BrowserContext context(NewContextOptions options) {
        var context = browser().newContext(options);
        PlaywrightAssertions.setDefaultAssertionTimeout(MILLIS);
        context.setDefaultTimeout(MILLIS);
        return context;
    }

    private static synchronized Browser browser() {
        var path = Path.of(Objects.requireNonNullElse(System.getenv("CHROMIUM"), "/usr/bin/chromium"));
        if (!Files.isExecutable(path)) {
            if (!said) {
                System.out.println("The tests of the page in a browser are skipped: no Chromium at " + path
                        + " (expected: one there, or at the path in CHROMIUM)");
                said = true;
            }
            Assumptions.abort("no Chromium at " + path);
        }
        if (browser == null) {
            browser = launch(path);
        }
        return browser;
    }

    private static Browser launch(Path path) {
        var playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                playwright.close();
            } catch (PlaywrightException _) {
                // It ends with this process.
            }
        }));
        return playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(path).setArgs(List.of("--no-sandbox")));
    }
}
