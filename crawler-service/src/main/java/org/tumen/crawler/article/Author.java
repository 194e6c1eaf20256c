package org.tumen.crawler.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Who wrote an article, by the page's own word: linked data, the line under the title, or the head. */
final class Author {

    private static final String[] METAS = {
        "author",
        "article:author",
        "og:article:author",
        "article:author_name",
        "byl",
        "sailthru.author",
        "sailthru.byline_name",
        "parsely-author",
        "cxenseparse:author",
        "dc.creator",
        "dcterms.creator",
        "dc.contributor",
        "citation_author",
        "og:author",
        "author_name",
        "article.author",
        "creator",
        "twitter:data1"
    };

    /** A name at the start or the end of the text, as agencies sign: "(서울=연합뉴스) 홍길동 기자", "记者张三". */
    private static final Pattern SIGNED = Pattern.compile(
            "^[\\[(【（<]?[^\\])】）>]{0,25}[\\])】）>]?\\s?(?:\\p{L}{2,10}\\s?=\\s?)?([가-힣]{2,4})\\s(?:\\p{L}{0,6})?(?:기자|특파원)|(?:记者|記者)[ ：:]?([\\p{IsHan}]{2,4}(?:[、 ][\\p{IsHan}]{2,4})?)(?=[）)\\s　]|$)");

    /** The same in a line with other things in it: "2025-05-05 09:00 来源：新华社 记者：张三", "입력 2025.05.05 홍길동 기자". */
    private static final Pattern NAMED = Pattern.compile(
            "([가-힣]{2,4})\\s?(?:선임)?기자(?![가-힣])|(?:作者|记者|記者|撰文|撰稿)\\s?[:：]?\\s?([\\p{IsHan}]{2,4}(?:[、 ][\\p{IsHan}]{2,4}(?![\\p{IsHan}]))?)(?![\\p{IsHan}])");

    /** Photographers are credited in the same form. */
    private static final Pattern OF_A_PICTURE = Pattern.compile("摄|攝|撮影|사진");

    private static final String LINKS =
            "a[rel~=author], [itemprop=name], a[href*=/author], a[href*=/autor], a[href*=/auteur], a[href*=/profile]";

    /** In lines; a standfirst and a subheading may come first. */
    private static final int OPENING = 5;

    private final SiteNames sites;

    private Author(SiteNames sites) {
        this.sites = sites;
    }

    static @Nullable String of(
            PageParts parts,
            LinkedData data,
            SiteNames sites,
            Whereabouts whereabouts,
            NearTitle nearTitle,
            String text) {
        var author = new Author(sites);
        return author.people(data.authors())
                .or(() -> author.byLine(parts.byLines, whereabouts))
                .or(() -> author.near(nearTitle))
                .or(() -> author.opening(text))
                .or(() -> author.inHead(parts))
                .or(() -> author.signed(text))
                .or(() -> author.names(data.authors()))
                .or(() -> author.names(anyOf(parts)))
                .or(() -> author.anyByLine(parts.byLines, whereabouts))
                .map(names -> String.join(", ", names))
                .orElse(null);
    }

    private Optional<List<String>> inHead(PageParts parts) {
        for (var name : METAS) {
            if (name.equals("twitter:data1")
                    && !Optional.ofNullable(parts.meta("twitter:label1"))
                            .orElse("")
                            .matches(
                                    "(?i)written by|author|by|geschrieben von|verfasst von|escrito por|écrit par|автор|written-by")) {
                continue;
            }
            var found = people(parts.metas(name));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<String> anyOf(PageParts parts) {
        var author = parts.meta(METAS);
        return author == null ? List.of() : List.of(author);
    }

    private Optional<List<String>> people(List<String> lines) {
        return names(lines)
                .map(names -> names.stream()
                        .filter(name -> !sites.includeSigned(name))
                        .toList())
                .filter(names -> !names.isEmpty());
    }

    private Optional<List<String>> names(List<String> lines) {
        var names = new ArrayList<String>();
        for (var line : lines) {
            if (!line.startsWith("http")) {
                Byline.names(line).stream()
                        .filter(name -> !names.contains(name))
                        .forEach(names::add);
            }
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    /** The first line behind the title that names somebody; the lines before it belong to other articles as often. */
    private Optional<List<String>> byLine(List<Element> lines, Whereabouts whereabouts) {
        Optional<List<String>> fallback = Optional.empty();
        for (var line : lines) {
            if (whereabouts.isElsewhere(line)) {
                continue;
            }
            var names = named(line);
            if (names.isEmpty()) {
                continue;
            }
            if (whereabouts.isBehindTitle(line)) {
                return names;
            }
            fallback = fallback.or(() -> names);
        }
        return fallback;
    }

    /** Sites sign with their own name, too. */
    private Optional<List<String>> anyByLine(List<Element> lines, Whereabouts whereabouts) {
        return lines.stream()
                .filter(line -> !whereabouts.isElsewhere(line))
                .flatMap(line -> Stream.ofNullable(PageParts.line(line)))
                .filter(line -> line.length() < 60 && Byline.isIntroduced(line))
                .flatMap(line -> names(List.of(line)).stream())
                .findFirst()
                .or(() -> lines.stream()
                        .filter(line -> line.attr("rel").contains("author") && !whereabouts.isElsewhere(line))
                        .flatMap(line -> names(List.of(line.text())).stream())
                        .findFirst());
    }

    private Optional<List<String>> named(Element line) {
        var text = PageParts.line(line);
        if (text == null || (text.length() > 120 && !Byline.isIntroduced(text))) {
            return Optional.empty();
        }
        var links = line.select(LINKS).eachText();
        links.removeIf(name -> name.isBlank() || name.length() > 60);
        return people(links).or(() -> links.isEmpty() ? people(List.of(text)) : Optional.empty());
    }

    private Optional<List<String>> near(NearTitle nearTitle) {
        return nearTitle.lines().stream()
                .filter(line -> line.length() < 120 && Byline.isIntroduced(line))
                .flatMap(line -> people(List.of(line)).stream())
                .findFirst()
                .or(() -> named(nearTitle));
    }

    private static Optional<List<String>> named(NearTitle nearTitle) {
        return nearTitle.lines().stream()
                .filter(line ->
                        line.length() < 80 && !OF_A_PICTURE.matcher(line).find())
                .flatMap(line -> NAMED.matcher(line).results().limit(1))
                .map(match -> List.of(match.group(1) == null ? match.group(2) : match.group(1)))
                .findFirst();
    }

    /** A line of the text's own that says nothing but who wrote it; an editor may have put the page up. */
    private Optional<List<String>> opening(String text) {
        return text.lines()
                .limit(OPENING)
                .filter(line -> line.length() < 70 && Byline.isIntroduced(line) && !line.endsWith("."))
                .flatMap(line -> people(List.of(line)).stream())
                .filter(names -> names.getFirst().indexOf(' ') > 0)
                .findFirst();
    }

    private Optional<List<String>> signed(String text) {
        var lines = text.lines().toList();
        int last = lines.size() - 1;
        for (int at : new int[] {0, 1, 2, last, last - 1}) {
            var line = lines.get(Math.clamp(at, 0, last));
            if (line.length() < 90 && Byline.isIntroduced(line)) {
                var names = people(List.of(line));
                if (names.isPresent()) {
                    return names;
                }
            }
        }
        var start = SIGNED.matcher(text.substring(0, Math.min(text.length(), 120)));
        if (start.find()) {
            return Optional.of(List.of(start.group(1) == null ? start.group(2) : start.group(1)));
        }
        return Optional.empty();
    }
}
