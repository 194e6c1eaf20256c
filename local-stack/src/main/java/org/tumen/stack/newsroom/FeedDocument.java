package org.tumen.stack.newsroom;

import static org.tumen.stack.newsroom.Markup.escape;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The feed of one outlet as it stands.
 *
 * @param outlet whose
 * @param site its address
 * @param entries newest first
 */
record FeedDocument(Outlet outlet, URI site, List<Entry> entries) {

    private static final DateTimeFormatter LISTED_DAY =
            DateTimeFormatter.ofPattern("[yyyy.MM.dd.]").withZone(ZoneId.of("Asia/Pyongyang"));

    /**
     * A released item.
     *
     * @param item what
     * @param page its address
     * @param released when
     */
    record Entry(Item item, URI page, Instant released) {}

    String contentType() {
        return switch (outlet.feed()) {
            case RSS, EMPTY -> "application/rss+xml; charset=utf-8";
            case ATOM -> "application/atom+xml; charset=utf-8";
            case LISTING -> "text/html; charset=utf-8";
            case WRONG_FORMAT -> "application/rss+xml";
        };
    }

    String text() {
        return switch (outlet.feed()) {
            case RSS, EMPTY -> rss();
            case ATOM -> atom();
            case LISTING -> listing();
            case WRONG_FORMAT -> "{\"feed\": \"this is no feed\", \"entries\": 3}";
        };
    }

    private String rss() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0"><channel>
                <title>%s</title><link>%s</link><language>%s</language><description>Demo scenario</description>
                %s</channel></rss>
                """.formatted(
                        escape(outlet.name()),
                        site,
                        outlet.language(),
                        entries.stream().map(FeedDocument::rssItem).collect(Collectors.joining()));
    }

    private static String rssItem(Entry entry) {
        var item = entry.item();
        return "<item><title>" + escape(item.title()) + "</title>"
                + (item.entryForm() == Item.EntryForm.NO_LINK
                        ? ""
                        : "<link>" + entry.page() + "</link><guid>" + entry.page() + "</guid>")
                + (item.entryForm() == Item.EntryForm.NO_DATE
                        ? ""
                        : "<pubDate>"
                                + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        entry.released().atOffset(ZoneOffset.UTC))
                                + "</pubDate>")
                + "<description>" + escape(teaser(item)) + "</description></item>\n";
    }

    private String atom() {
        var updated = entries.isEmpty() ? Instant.EPOCH : entries.getFirst().released();
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="%s">
                <title>%s</title><id>%s</id><updated>%s</updated><link href="%s"/>
                %s</feed>
                """.formatted(
                        outlet.language(),
                        escape(outlet.name()),
                        site,
                        updated,
                        site,
                        entries.stream().map(FeedDocument::atomEntry).collect(Collectors.joining()));
    }

    private static String atomEntry(Entry entry) {
        var item = entry.item();
        return "<entry><title type=\"text\">" + escape(item.title()) + "</title>"
                + "<id>urn:tumen:demo:" + item.id() + "</id>"
                + (item.entryForm() == Item.EntryForm.NO_LINK ? "" : "<link href=\"" + entry.page() + "\"/>")
                + (item.entryForm() == Item.EntryForm.NO_DATE
                        ? ""
                        : "<published>" + entry.released() + "</published><updated>" + entry.released() + "</updated>")
                + "<summary>" + escape(teaser(item)) + "</summary></entry>\n";
    }

    /** Never empty: a page on which its selectors find nothing is taken for one that was redesigned. */
    private String listing() {
        return """
                <!DOCTYPE html>
                <html lang="%1$s"><head><meta charset="utf-8"><title>%2$s</title></head><body>
                <nav><a href="/">%2$s</a></nav>
                <ul class="news">
                %3$s<li><a href="/about">Demo scenario</a></li>
                </ul>
                </body></html>
                """.formatted(
                        outlet.language(),
                        escape(outlet.name()),
                        entries.stream().map(FeedDocument::listed).collect(Collectors.joining()));
    }

    private static String listed(Entry entry) {
        return "<li><a href=\"" + entry.page().getRawPath() + "\">"
                + escape(entry.item().title()) + "</a> <span class=\"day\">" + LISTED_DAY.format(entry.released())
                + "</span></li>\n";
    }

    private static String teaser(Item item) {
        var first = item.paragraphs().getFirst();
        return first.length() <= 140 ? first : first.substring(0, first.offsetByCodePoints(0, 120)) + " …";
    }
}
