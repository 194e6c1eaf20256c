package org.tumen.crawler.article;

import static org.tumen.model.article.PublicationSource.LINKED_DATA;
import static org.tumen.model.article.PublicationSource.META;
import static org.tumen.model.article.PublicationSource.MODIFIED;
import static org.tumen.model.article.PublicationSource.SCRIPT;
import static org.tumen.model.article.PublicationSource.TEXT;
import static org.tumen.model.article.PublicationSource.TIME;
import static org.tumen.model.article.PublicationSource.URL;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.dateline.WrittenDate;
import org.tumen.crawler.dateline.WrittenDate.Order;
import org.tumen.model.article.PublicationSource;
import org.tumen.model.article.PublicationTime;

/**
 * When an article was published: as the page tells machines, else as it tells readers beside the title, else as its
 * address tells. The date of the last change is the last resort.
 */
final class PublicationDate {

    private static final String[] METAS = {
        "article:published_time",
        "article:published",
        "og:published_time",
        "og:article:published_time",
        "datepublished",
        "article:publicationdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "pubdate",
        "publication_date",
        "publicationdate",
        "date_published",
        "published",
        "published_time",
        "published-date",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dc.date.created",
        "dc.date",
        "dcterms.date",
        "dc.date.x-metadatalastmodified",
        "sailthru.date",
        "parsely-pub-date",
        "citation_publication_date",
        "citation_online_date",
        "citation_date",
        "cxenseparse:recs:publishtime",
        "article:create_at",
        "releasedate",
        "rnews:datepublished",
        "originalpublicationdate",
        "original-publish-date",
        "shareaholic:article_published_time",
        "article.published",
        "article_date_original",
        "date.release",
        "ptime",
        "pub_date",
        "displaydate",
        "eprints.date",
        "created",
        "datecreated",
        "date",
        "timestamp",
        "last-modified-original"
    };
    private static final String[] CHANGED = {
        "article:modified_time",
        "og:updated_time",
        "datemodified",
        "dcterms.modified",
        "dc.date.modified",
        "lastmod",
        "modified",
        "last-modified",
        "revised",
        "updated_time"
    };

    private static final Pattern IN_ADDRESS = Pattern.compile(
            "/((?:19|20)\\d\\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\\d|3[01])(?=[/_.?-]|\\D|$)|[/_-]((?:19|20)\\d\\d)[-_](0[1-9]|1[0-2])[-_](0[1-9]|[12]\\d|3[01])(?!\\d)|/((?:19|20)\\d\\d)-(0[1-9]|1[0-2])/(0[1-9]|[12]\\d|3[01])(?!\\d)");

    private static final Pattern IN_SCRIPT = Pattern.compile(
            "[\"']?(?:datePublished|date_?published|publishe?d?_?(?:date|time|at|on)|first_?published(?:_?at|date)?|pubDate|pub_date|publicationDate|published)[\"']?\\s*[:=]\\s*[\"']([^\"']{8,40})[\"']",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_SCRIPT = 300_000;
    private static final int LONGEST_FIELD = 80;

    private static final Pattern CHANGED_WORDS = Pattern.compile(
            "(?i)\\b(?:updated?|modified|edited|aktualisiert|geändert|mis à jour|modifié|actualizad[oa]|aggiornat[oa]|atualizad[oa]|обновлен\\w*|수정|更新)");

    private static final Pattern PUBLISHED_WORDS = Pattern.compile(
            "(?i)publish|posted|written|erstellt|veröffentlicht|publié|publicad|pubblicat|опубликован|등록|입력|发布|發布|公開|配信|created|datum|date:");

    private final Order order;
    private final Whereabouts whereabouts;

    private PublicationDate(@Nullable String language, Whereabouts whereabouts) {
        this.whereabouts = whereabouts;
        // Only American English puts the month first; pages that say just "en" are mostly American.
        this.order = language == null || language.startsWith("en") ? Order.MONTH_FIRST : Order.DAY_FIRST;
    }

    static Optional<Found> of(
            PageParts parts,
            LinkedData data,
            @Nullable String language,
            @Nullable URI canonical,
            URI address,
            Whereabouts whereabouts,
            NearTitle nearTitle,
            String text) {
        var date = new PublicationDate(language, whereabouts);
        return from(LINKED_DATA, date.read(data.published()))
                .or(() -> from(META, date.metas(parts, METAS)))
                .or(() -> from(TIME, date.times(parts.times, false)))
                .or(() -> from(TEXT, date.near(nearTitle).or(() -> date.lines(parts.dateLines))))
                .or(() -> from(URL, inAddress(canonical).or(() -> inAddress(address))))
                .or(() -> from(TEXT, date.inText(text)))
                .or(() -> from(SCRIPT, date.inScripts(parts.scripts)))
                .or(() -> from(TIME, date.times(parts.times, true)))
                .or(() -> from(MODIFIED, date.read(data.modified()).or(() -> date.metas(parts, CHANGED))));
    }

    /** A date and where it stood. */
    record Found(WrittenDate date, PublicationSource source) {

        PublicationTime publicationTime() {
            return new PublicationTime(date.iso(), source);
        }
    }

    private static Optional<Found> from(PublicationSource source, Optional<WrittenDate> date) {
        return date.map(written -> new Found(written, source));
    }

    private Optional<WrittenDate> read(@Nullable String text) {
        return text == null ? Optional.empty() : WrittenDate.in(text, order).filter(PublicationDate::isOfTheWeb);
    }

    /** The first news site went online in 1993; earlier dates are birthdays and template defaults. */
    private static boolean isOfTheWeb(WrittenDate date) {
        return date.day().getYear() >= 1993;
    }

    private Optional<WrittenDate> metas(PageParts parts, String... names) {
        for (var name : names) {
            for (var content : parts.metas(name)) {
                var found = read(content);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<WrittenDate> times(List<Element> times, boolean anywhere) {
        var usable =
                times.stream().filter(time -> !whereabouts.isElsewhere(time)).toList();
        var declared = usable.stream()
                .filter(time -> time.hasAttr("pubdate")
                        || time.attr("itemprop").contains("datePublished")
                        || time.className().matches("(?i).*publish.*|.*entry-date.*"));
        var behind = usable.stream()
                .filter(time -> anywhere || whereabouts.isBehindTitle(time))
                .filter(time -> !CHANGED_WORDS
                        .matcher(time.className() + " " + time.attr("itemprop") + " " + around(time))
                        .find());
        return Stream.concat(declared, behind)
                .flatMap(
                        time -> read(time.hasAttr("datetime") ? time.attr("datetime") : time.text())
                                .or(() -> read(time.text()))
                                .stream())
                .findFirst();
    }

    private static String around(Element time) {
        var own = Objects.requireNonNullElse(PageParts.line(time), "");
        var parent = time.parent();
        var line = parent == null || parent.childrenSize() > 2 ? null : PageParts.line(parent);
        return line == null || line.length() > own.length() + 40 ? own : line;
    }

    /** Short lines only: sentences speak of other days. */
    private Optional<WrittenDate> near(NearTitle nearTitle) {
        return nearTitle.lines().stream()
                .filter(line -> line.length() < 90
                        && (!CHANGED_WORDS.matcher(line).find()
                                || PUBLISHED_WORDS.matcher(line).find()))
                .flatMap(line -> read(line).stream())
                .findFirst();
    }

    private Optional<WrittenDate> lines(List<Element> lines) {
        var usable =
                lines.stream().filter(line -> !whereabouts.isElsewhere(line)).toList();
        return Stream.of(
                        usable.stream().filter(line -> line.attr("itemprop").contains("datePublished")),
                        usable.stream()
                                .filter(line ->
                                        PUBLISHED_WORDS.matcher(lineText(line)).find()),
                        usable.stream().filter(whereabouts::isBehindTitle),
                        usable.stream())
                .flatMap(each -> each)
                .filter(line -> !CHANGED_WORDS.matcher(lineText(line)).find()
                        || PUBLISHED_WORDS.matcher(lineText(line)).find())
                .flatMap(line -> dated(line).stream())
                .findFirst();
    }

    private static String lineText(Element line) {
        var text = PageParts.line(line);
        return text == null ? "" : text;
    }

    private Optional<WrittenDate> dated(Element line) {
        for (var attribute :
                List.of("datetime", "content", "title", "data-date", "data-time", "data-datetime", "data-published")) {
            if (line.hasAttr(attribute)) {
                var found = read(line.attr(attribute));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return read(lineText(line));
    }

    private static final Pattern DAY_FIRST_IN_ADDRESS =
            Pattern.compile("[/_-](0?[1-9]|[12]\\d|3[01])-(0?[1-9]|1[0-2])-(20\\d\\d)(?!\\d)");

    private Optional<WrittenDate> inText(String text) {
        var start = text.substring(0, Math.min(text.length(), 200));
        var end = text.substring(Math.max(0, text.length() - 120));
        return read(start).or(() -> read(end));
    }

    private Optional<WrittenDate> inScripts(List<Element> scripts) {
        for (var script : scripts) {
            var found = inScript(script.data());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** All names that the pattern knows have "pub" in them: scripts are long, and searching for that is fast. */
    private Optional<WrittenDate> inScript(String data) {
        var match = IN_SCRIPT.matcher(data);
        int end = Math.min(data.length(), LONGEST_SCRIPT);
        for (int at = data.indexOf("ub"); at >= 0 && at < end; at = data.indexOf("ub", at + 1)) {
            int to = Math.min(data.length(), at + LONGEST_FIELD);
            if (match.region(Math.max(0, at - "first_p".length()), to).find()) {
                var found = read(match.group(1));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<WrittenDate> inAddress(@Nullable URI address) {
        if (address == null || address.getRawPath() == null) {
            return Optional.empty();
        }
        var match = IN_ADDRESS.matcher(address.getRawPath());
        if (!match.find()) {
            var dayFirst = DAY_FIRST_IN_ADDRESS.matcher(address.getRawPath());
            return dayFirst.find()
                    ? WrittenDate.in(dayFirst.group(1) + "." + dayFirst.group(2) + "." + dayFirst.group(3))
                    : Optional.empty();
        }
        int group = match.group(1) != null ? 1 : match.group(4) != null ? 4 : 7;
        return WrittenDate.in(match.group(group) + "-" + match.group(group + 1) + "-" + match.group(group + 2))
                .filter(PublicationDate::isOfTheWeb);
    }
}
