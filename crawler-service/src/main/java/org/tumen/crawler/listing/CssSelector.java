package org.tumen.crawler.listing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/** Elements of a page, in CSS as jsoup reads it (jsoup.org, "Use CSS selectors to find elements"). */
public record CssSelector(@JsonValue String css) {

    @JsonCreator
    public CssSelector {
        var problem = problem(css);
        if (problem != null) {
            throw new IllegalArgumentException(
                    "\"" + css + "\" (expected: a CSS selector, as ul.news > li; " + problem + ")");
        }
    }

    private static @Nullable String problem(String css) {
        try {
            QueryParser.parse(css);
            return null;
        } catch (IllegalStateException | IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    @Override
    public String toString() {
        return css;
    }
}
