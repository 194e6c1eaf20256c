package org.tumen.crawler.entry;

import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** What a reader sees of a text that may hold markup. */
public final class PlainText {

    private PlainText() {}

    /** The text without tags and entities; null stays null, and so does what is blank. */
    public static @Nullable String of(@Nullable String markup) {
        if (markup == null) {
            return null;
        }
        var text = Jsoup.parseBodyFragment(markup).text().strip();
        return text.isEmpty() ? null : text;
    }
}
