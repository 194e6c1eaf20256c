package org.tumen.crawler.entry;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The link to the page itself among an element's links, in RSS's form and in Atom's. */
final class AtomLinks {

    private AtomLinks() {}

    static Optional<URI> page(FeedElement parent) {
        if (Vocabulary.isAtom(parent.root())) {
            return alternates(parent).findFirst();
        }
        // Where RSS repeats its link the later one counts; some of its generators write Atom's form.
        return parent.children("link")
                .filter(AtomLinks::isAlternate)
                .flatMap(link -> target(link).stream())
                .reduce((a, b) -> b)
                .or(() -> alternates(parent).findFirst());
    }

    private static Optional<URI> target(FeedElement link) {
        var reference = link.attribute("href");
        return Links.resolve(link.base(), reference == null ? link.text() : reference);
    }

    private static Stream<URI> alternates(FeedElement parent) {
        var alternates = parent.children("link", "atom:link")
                .filter(AtomLinks::isAlternate)
                .toList();
        return Stream.concat(
                        alternates.stream().filter(AtomLinks::isHtml),
                        alternates.stream().filter(link -> !isHtml(link)))
                .flatMap(link -> target(link).stream());
    }

    /** No relation means alternate (RFC 4287 section 4.2.7.2). */
    private static boolean isAlternate(FeedElement link) {
        var relation = link.attribute("rel");
        return relation == null
                || relation.isEmpty()
                || relation.toLowerCase(Locale.ROOT)
                        .replaceFirst("^http://www\\.iana\\.org/assignments/relation/", "")
                        .equals("alternate");
    }

    private static boolean isHtml(FeedElement link) {
        var type = link.attribute("type");
        return type == null || type.isEmpty() || type.contains("html");
    }
}
