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
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.tumen.crawler.dateline.WrittenDate;
import org.tumen.model.article.PublicationSource;
import org.tumen.model.article.PublicationTime;

/**
 * When an article was published: as the page tells machines, else as it tells readers beside the title, else as its
 * address tells. The date of the last change comes after those, and dates from anywhere on the page last.
 */
final class PublicationDate {

    private static final Pattern PUBLISHED_CLASS =
            Pattern.compile("publish|entry-date|post-date|article-date|dt-published", Pattern.CASE_INSENSITIVE);

    private static final List<String> ATTRIBUTES = List.of(
            "datetime",
            "content",
            "title",
            "data-date",
            "data-time",
            "data-date-time",
            "data-datetime",
            "data-timestamp",
            "data-published");

    /** Sentences are longer, and speak of other days. */
    private static final int LONGEST_LINE = 90;

    private static final int LONGEST_LABELLED_LINE = 160;
    private static final int MOST_WORDS = 11;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** Behind so many time elements of a page come those of other articles. */
    private static final int FIRST_TIMES = 6;

    /** In characters: where agencies put the day of a report. */
    private static final int BEGINNING = 200;

    private static final int END = 120;

    /** Lines from all over the page are believed if they agree as far as this. */
    private static final int MOST_DAYS = 2;

    private final PageParts parts;
    private final LinkedData data;
    private final Whereabouts whereabouts;
    private final NearTitle nearTitle;
    private final DateReader reader;

    PublicationDate(PageParts parts, LinkedData data, Whereabouts whereabouts, NearTitle nearTitle, DateReader reader) {
        this.parts = parts;
        this.data = data;
        this.whereabouts = whereabouts;
        this.nearTitle = nearTitle;
        this.reader = reader;
    }

    /** A date and where it stood. */
    record Found(WrittenDate date, PublicationSource source) {

        PublicationTime publicationTime() {
            return new PublicationTime(date.iso(), source);
        }
    }

    /**
     * @param addresses of the page, the surest first
     * @param text of the article, which may begin or end with its date
     */
    Optional<Found> find(List<URI> addresses, String text) {
        return found(LINKED_DATA, reader.read(data.published()))
                .or(() -> found(META, first(DateMetas.published(parts))))
                .or(() -> found(TIME, times(whereabouts::isBehindTitle)))
                .or(() -> found(TEXT, near(nearTitle.behind()).or(this::lines).or(() -> near(nearTitle.before()))))
                .or(() -> found(URL, inAddress(addresses)))
                .or(() -> found(SCRIPT, inScripts(true)))
                .or(() -> found(MODIFIED, changed()))
                .or(() -> found(SCRIPT, inScripts(false)))
                .or(() -> found(TEXT, atEndsOf(text).or(this::anyLines)))
                .or(() -> found(TIME, times(any -> true)));
    }

    private Optional<Found> found(PublicationSource source, Optional<WrittenDate> date) {
        return date.map(written -> new Found(ShownTime.localized(written, shown()), source));
    }

    private Optional<WrittenDate> first(List<String> texts) {
        return texts.stream().flatMap(text -> reader.read(text).stream()).findFirst();
    }

    /** What readers see of dates, with or without their words. */
    private Stream<WrittenDate> shown() {
        return Stream.of(
                        nearTitle.behind().stream().filter(line -> line.length() < LONGEST_LINE),
                        nearTitle.before().stream().filter(line -> line.length() < LONGEST_LINE),
                        parts.times.stream()
                                .limit(FIRST_TIMES)
                                .filter(time -> !whereabouts.isElsewhere(time))
                                .map(time -> around(time) + " " + time.text()))
                .flatMap(each -> each)
                .flatMap(line -> DateLine.published(line, reader::read).stream());
    }

    private Optional<WrittenDate> times(Predicate<Element> where) {
        var usable = parts.times.stream()
                .filter(time -> !whereabouts.isElsewhere(time))
                .toList();
        return Stream.concat(
                        usable.stream().filter(PublicationDate::isDeclared),
                        Stream.concat(
                                        usable.stream().filter(this::isNearTitle),
                                        usable.stream().filter(where))
                                .filter(time -> !isOfChange(time)))
                .flatMap(time -> reader.read(time.attr("datetime")).or(() -> reader.read(time.text())).stream())
                .findFirst();
    }

    private static boolean isDeclared(Element time) {
        return time.hasAttr("pubdate")
                || time.attr("itemprop").contains("datePublished")
                || PUBLISHED_CLASS.matcher(time.className()).find();
    }

    /** Also above the title; the first one behind it may be a reader's comment. */
    private boolean isNearTitle(Element time) {
        var line = lineText(time);
        return !line.isEmpty() && nearTitle.lines().stream().anyMatch(near -> near.contains(line));
    }

    private static boolean isOfChange(Element time) {
        return DateLine.isOfChange(time.className() + " " + time.attr("itemprop") + " " + around(time));
    }

    private static String around(Element time) {
        var own = lineText(time);
        var parent = time.parent();
        var line = parent == null || parent.childrenSize() > 2 ? "" : lineText(parent);
        return line.isEmpty() || line.length() > own.length() + 40 ? own : line;
    }

    private Optional<WrittenDate> near(List<String> lines) {
        return lines.stream()
                .filter(PublicationDate::mayTellTheDay)
                .flatMap(line -> DateLine.published(line, reader::read).stream())
                .findFirst();
    }

    private static boolean mayTellTheDay(String line) {
        if (DateLine.isOfPublication(line) || Byline.isIntroduced(line)) {
            return line.length() < LONGEST_LABELLED_LINE;
        }
        return line.length() < LONGEST_LINE && SPACES.splitAsStream(line).count() <= MOST_WORDS;
    }

    /** Lines whose names or words say that they tell the day of publication, else those behind the title. */
    private Optional<WrittenDate> lines() {
        var usable = usableLines();
        return Stream.concat(
                        usable.stream().filter(line -> line.attr("itemprop").contains("datePublished")),
                        usable.stream().filter(line -> hasDigit(line) && DateLine.isOfPublication(lineText(line))))
                .flatMap(line -> dated(line).stream())
                .findFirst()
                .or(() -> agreeing(usable.stream()
                        .filter(whereabouts::isBehindTitle)
                        .flatMap(line -> dated(line).stream())
                        .toList()));
    }

    /** Dates all over the page: the same day again and again is the article's, many days are those of other things. */
    private Optional<WrittenDate> anyLines() {
        return agreeing(
                usableLines().stream().flatMap(line -> dated(line).stream()).toList());
    }

    private List<Element> usableLines() {
        return parts.dateLines.stream()
                .filter(line -> !whereabouts.isElsewhere(line))
                .toList();
    }

    private Optional<WrittenDate> dated(Element line) {
        return DateLine.published(lineText(line), reader::read)
                .or(() -> DateLine.isOfChange(lineText(line))
                        ? Optional.empty()
                        : ATTRIBUTES.stream()
                                .filter(line::hasAttr)
                                .flatMap(attribute -> reader.read(line.attr(attribute)).stream())
                                .findFirst());
    }

    private static boolean hasDigit(Element line) {
        return lineText(line).chars().anyMatch(Character::isDigit);
    }

    private static String lineText(Element line) {
        return Objects.requireNonNullElse(PageParts.line(line), "");
    }

    private Optional<WrittenDate> inAddress(List<URI> addresses) {
        return addresses.stream()
                .flatMap(address -> reader.plausible(DateInAddress.of(address)).stream())
                .findFirst();
    }

    /** @param sure whether only dates count that agree: a list of other articles has many */
    private Optional<WrittenDate> inScripts(boolean sure) {
        var dates = parts.scripts.stream()
                .flatMap(script -> DateInScript.of(script.data(), reader::read).stream())
                .toList();
        return sure ? agreeing(dates) : dates.stream().findFirst();
    }

    private static Optional<WrittenDate> agreeing(List<WrittenDate> dates) {
        long days = dates.stream().map(WrittenDate::day).distinct().count();
        return days <= MOST_DAYS ? dates.stream().findFirst() : Optional.empty();
    }

    /** Wikis and handbooks tell nothing but their last change, at the foot of the page. */
    private Optional<WrittenDate> changed() {
        return reader.read(data.modified())
                .or(() -> first(DateMetas.changed(parts)))
                .or(() -> parts.dateLines.stream()
                        .filter(line -> !whereabouts.isInComments(line))
                        .flatMap(line -> DateLine.changed(lineText(line), reader::read).stream())
                        .findFirst());
    }

    private Optional<WrittenDate> atEndsOf(String text) {
        var start = text.substring(0, Math.min(text.length(), BEGINNING));
        var end = text.substring(Math.max(0, text.length() - END));
        return reader.read(start).or(() -> reader.read(end));
    }
}
