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
import org.springframework.beans.factory.annotation.Autowired;
import org.tumen.alert.access.Caller.Role;
import org.tumen.alert.access.token.Tokens;
import org.tumen.alert.access.user.Users;
import org.tumen.model.assessment.ArticleAssessed;

/** The whole service, looked at with a browser. Nothing may go wrong in its console meanwhile, and no dialog may open. */
@Tag("browser")
abstract class InBrowser extends WholeService {

    private static @Nullable String loggedIn;

    private final List<String> faults = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    @Autowired
    private Users users;

    @Autowired
    private Tokens tokens;

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
        if (loggedIn == null) {
            loggedIn = logIn();
        }
        context = Chromium.context(options.setBaseURL(address()).setStorageState(loggedIn));
        var page = context.newPage();
        page.onDialog(dialog -> {
            faults.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && expected.stream().noneMatch(message.text()::contains)) {
                faults.add(message.text());
            }
        });
        return page;
    }

    /** From now on the console may say this: a browser writes every refused request into it. */
    void expect(String words) {
        expected.add(words);
    }

    /** By the form, as an operator; once for all tests. */
    private String logIn() {
        var operator = new Callers("browser", users, tokens).name(Role.OPERATOR);
        try (var first = Chromium.context(new NewContextOptions().setBaseURL(address()))) {
            var page = first.newPage();
            page.navigate("/");
            page.locator("#name").fill(operator);
            page.locator("#password").fill(Callers.PASSWORD);
            page.locator("main button").click();
            page.locator("#live").waitFor();
            return first.storageState();
        }
    }

    String storyPath(ArticleAssessed assessed) {
        return "/stories/" + storyOf(assessed);
    }
}
