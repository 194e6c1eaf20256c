package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.tumen.model.assessment.ArticleAssessed;

/** The whole service, looked at with a browser. Nothing may go wrong in its console meanwhile, and no dialog may open. */
@Tag("browser")
abstract class InBrowser extends WholeService {

    private final List<String> faults = new ArrayList<>();
    private @Nullable BrowserContext context;

    @AfterEach
    void closesWithoutFault() {
        if (context != null) {
            context.close();
        }
        assertThat(faults).as("what the console said").isEmpty();
    }

    Page page() {
        return page(new NewContextOptions().setColorScheme(ColorScheme.LIGHT));
    }

    Page page(NewContextOptions options) {
        context = Chromium.context(options.setBaseURL(address()));
        var page = context.newPage();
        page.onDialog(dialog -> {
            faults.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add(message.text());
            }
        });
        return page;
    }

    String storyPath(ArticleAssessed assessed) {
        return "/stories/" + storyOf(assessed);
    }
}
