package org.tumen.crawler.listing;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalQueries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.article.CanonicalUrl;
import org.tumen.crawler.charset.Declaration;
import org.tumen.crawler.charset.TextDecoder;
import org.tumen.crawler.dateline.WrittenDate;
import org.tumen.crawler.entry.Entry;
import org.tumen.crawler.entry.FeedReading;

/** Reads the entries off a listing page. They are known by their canonical addresses: a page has no other ids. */
final class ListingPage {

    /** As many as of a feed: a tree that fits in the memory. */
    private static final int MAX_TAGS = 250_000;

    /** Characters that stand in links although no address may hold them (RFC 3986 appendix A). */
    private static final Pattern ILLEGAL = Pattern.compile("[\\s\"<>\\\\^`{|}]");

    private final Listing listing;

    ListingPage(Listing listing) {
        this.listing = listing;
    }

    FeedReading read(byte[] body, @Nullable String contentType, @Nullable String contentLanguage, URI address) {
        var decoded = TextDecoder.decode(body, contentType, Declaration.HTML);
        if (decoded.tags() > MAX_TAGS) {
            return new FeedReading.Unreadable("more than " + MAX_TAGS + " tags");
        }
        var page = Jsoup.parse(decoded.text(), address.toString());
        var items = page.select(listing.item().css());
        if (items.isEmpty()) {
            return new FeedReading.Unreadable("nothing on the page matches " + listing.item());
        }
        var entries = entries(items);
        if (entries.isEmpty()) {
            return new FeedReading.Unreadable(
                    "none of " + items.size() + " elements that match " + listing.item() + " has a link to a page");
        }
        return new FeedReading.Feed(
                "listing",
                decoded.charset().name(),
                page.title(),
                address.toString(),
                language(page, contentLanguage),
                null,
                entries);
    }

    /** In the page's order; of links to one page the first that has words counts. */
    private List<Entry> entries(List<Element> items) {
        var byAddress = new LinkedHashMap<String, Entry>();
        for (var item : items) {
            entry(item)
                    .ifPresent(entry -> byAddress.merge(
                            String.valueOf(entry.id()),
                            entry,
                            (known, other) -> known.title() == null ? other : known));
        }
        return List.copyOf(byAddress.values());
    }

    private Optional<Entry> entry(Element item) {
        return link(item)
                .flatMap(link -> address(link).map(address -> {
                    var date = date(item);
                    return new Entry(
                            CanonicalUrl.of(address).uri().toString(),
                            address,
                            listing.title() == null
                                    ? words(link)
                                    : text(item.selectFirst(listing.title().css())),
                            null,
                            listing.summary() == null
                                    ? null
                                    : text(item.selectFirst(listing.summary().css())),
                            null,
                            null,
                            date,
                            date);
                }));
    }

    private Optional<Element> link(Element item) {
        if (listing.link() != null) {
            return Optional.ofNullable(item.selectFirst(listing.link().css()));
        }
        return Optional.ofNullable(item.hasAttr("href") ? item : item.selectFirst("a[href]"));
    }

    private static Optional<URI> address(Element link) {
        var absolute = link.absUrl("href");
        var written = absolute.isEmpty() ? link.attr("href") : absolute;
        if (written.isBlank() || link.attr("href").strip().startsWith("#")) {
            return Optional.empty();
        }
        try {
            var legal = ILLEGAL.matcher(written.strip())
                    .replaceAll(character ->
                            "%%%02X".formatted((int) character.group().charAt(0)));
            return Optional.of(new URI(legal)).filter(ListingPage::isPage);
        } catch (URISyntaxException e) {
            return Optional.empty(); // Whatever it is, nobody could ask for it.
        }
    }

    /** Menus are full of {@code javascript:} and {@code mailto:}; a saved page may have lost its address. */
    private static boolean isPage(URI address) {
        return !address.isAbsolute() || String.valueOf(address.getScheme()).startsWith("http");
    }

    private @Nullable Instant date(Element item) {
        var holder =
                listing.date() == null ? null : item.selectFirst(listing.date().css());
        if (holder == null) {
            return null;
        }
        var written = holder.hasAttr("datetime") ? holder.attr("datetime") : holder.text();
        return listing.dateFormat() == null || holder.hasAttr("datetime")
                ? WrittenDate.in(written)
                        .map(date -> at(date.day(), date.time(), date.offset()))
                        .orElse(null)
                : formatted(written.strip());
    }

    private @Nullable Instant formatted(String written) {
        try {
            var parsed = listing.formatter().parse(written);
            var day = parsed.query(TemporalQueries.localDate());
            return day == null
                    ? null
                    : at(day, parsed.query(TemporalQueries.localTime()), parsed.query(TemporalQueries.offset()));
        } catch (DateTimeParseException e) {
            return null; // The entry is none the worse for it: its page has a date as well.
        }
    }

    private Instant at(LocalDate day, @Nullable LocalTime time, @Nullable ZoneOffset offset) {
        return ZonedDateTime.of(
                        day, time == null ? LocalTime.MIDNIGHT : time, offset == null ? listing.zoneId() : offset)
                .toInstant();
    }

    /** The words of a link without the date, which some sites put into it. */
    private @Nullable String words(Element link) {
        if (listing.date() == null) {
            return text(link);
        }
        var copy = link.clone();
        copy.select(listing.date().css()).stream()
                .filter(date -> date.parent() != null)
                .forEach(Element::remove);
        return text(copy);
    }

    private static @Nullable String text(@Nullable Element element) {
        var text = element == null ? "" : element.text().strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String language(Document page, @Nullable String contentLanguage) {
        var html = page.selectFirst("html[lang]");
        return html == null ? contentLanguage : html.attr("lang");
    }
}
