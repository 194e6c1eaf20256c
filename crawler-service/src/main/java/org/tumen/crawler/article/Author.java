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

    /** A photographer is no author, though credited in the same form and often in an element of that name. */
    private static final Pattern OF_A_PICTURE = Pattern.compile(
            "\\b(?:фото|foto|photo|image|bild|picture|illustration|video|видео)(?:s|графия|graphy|grafie)?\\b|摄|攝|撮影|写真|사진",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    /** Between the parts of a line such as "Published: 3 May 2025 | Author: Jane Doe | Views: 812". */
    private static final Pattern BAR = Pattern.compile("\\s*[|｜·•]\\s+");

    private static final Pattern BY_ALONE =
            Pattern.compile("(?i)(?:(?:written |posted )?by|von|por|par|автор|作者|記者|记者|글)\\s?[:：]?");

    private static final String LINKS =
            "a[rel~=author], [itemprop=name], a[href*=/author], a[href*=/autor], a[href*=/auteur], a[href*=/profile], "
                    + "a[href*=/reporter], a[href*=/journalist], a[href*=/people/], a[href*=/writer]";

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
        if (text == null
                || (text.length() > 120 && !Byline.isIntroduced(text))
                || OF_A_PICTURE
                        .matcher(text.substring(0, Math.min(text.length(), 12)))
                        .find()) {
            return Optional.empty();
        }
        var links = line.select(LINKS).eachText();
        links.removeIf(name -> name.isBlank() || name.length() > 60);
        return people(links).or(() -> links.isEmpty() ? people(List.of(text)) : Optional.empty());
    }

    private Optional<List<String>> near(NearTitle nearTitle) {
        return introduced(nearTitle.lines())
                .or(() -> introduced(
                        nearTitle.lines().stream().flatMap(BAR::splitAsStream).toList()))
                .or(() -> behindByAlone(nearTitle.behind()))
                .or(() -> behindByAlone(nearTitle.before().reversed()))
                .or(() -> SignedName.in(nearTitle.lines()));
    }

    private Optional<List<String>> introduced(List<String> lines) {
        return lines.stream()
                .filter(line -> line.length() < 120 && Byline.isIntroduced(line))
                .flatMap(line -> people(List.of(line)).stream())
                .findFirst();
    }

    /** "by" and the name are in elements of their own on some pages, and so on lines of their own. */
    private Optional<List<String>> behindByAlone(List<String> lines) {
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (BY_ALONE.matcher(lines.get(i)).matches()) {
                return people(List.of(lines.get(i + 1)));
            }
        }
        return Optional.empty();
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
        return SignedName.atStart(text);
    }
}
