package org.tumen.alert;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Takes the pictures of docs/tour.md from a demo that runs: {@code docs/tour.sh} starts both. No test of anything. */
@Tag("tour")
class Tour {

    private static final String ADDRESS = requireNonNullElse(System.getenv("TUMEN_ADDRESS"), "");
    private static final Path FOLDER = Path.of(requireNonNullElse(System.getenv("TOUR_FOLDER"), "../docs/tour"));

    @Test
    void takesThePictures() {
        var light = context(ColorScheme.LIGHT, 1180, 800);
        var page = light.newPage();
        shoot(page, "/", "now");
        // One that several told, so that there is a line of time.
        page.locator("article.line:has(.news) .headline a").first().click();
        page.waitForURL("**/stories/*");
        shoot(page, page.url(), "story");
        page.navigate(ADDRESS + "/subscriptions/new");
        page.locator("#yaml").fill("""
                id: aid-desk
                name: Aid desk
                filter:
                  signals: [aid-shipment, aid-cut]
                  minScore: 0.5
                """);
        page.locator("#try").click();
        page.locator("#preview section").waitFor();
        page.evaluate("window.scrollTo(0, 0)");
        picture(page, "subscription");
        light.close();

        var dark = context(ColorScheme.DARK, 1180, 800);
        shoot(dark.newPage(), "/deliveries?state=all", "deliveries-dark");
        dark.close();

        var phone = context(ColorScheme.DARK, 390, 844);
        shoot(phone.newPage(), "/", "now-phone");
        phone.close();
    }

    private static BrowserContext context(ColorScheme scheme, int width, int height) {
        var options = new NewContextOptions().setColorScheme(scheme).setViewportSize(width, height);
        var token = System.getenv("TUMEN_TOKEN");
        if (token != null) {
            options.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + token));
        }
        return Chromium.context(options);
    }

    private static void shoot(Page page, String path, String name) {
        page.navigate(path.startsWith("http") ? path : ADDRESS + path);
        page.locator("main").waitFor();
        if (path.equals("/")) {
            page.locator("#live[data-state=live]").waitFor();
        }
        picture(page, name);
    }

    static void picture(Page page, String name) {
        requireNonNull(page.screenshot(new ScreenshotOptions().setPath(FOLDER.resolve(name + ".png"))));
    }
}
