package org.tumen.crawler.entry;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/** Makes links absolute (RFC 3986 section 5, XML Base), also those that no RFC allows. */
final class Links {

    private static final URI NOWHERE = URI.create("");

    /** A link inside markup that is no link until it is resolved; what has a scheme stays as it is. */
    private static final Pattern RELATIVE =
            Pattern.compile("(\\s(?:href|src|poster|cite|data|longdesc|background|action)\\s*=\\s*)([\"'])"
                    + "(?![a-zA-Z][a-zA-Z0-9+.-]*:|#)([^\"'<>]*)\\2");

    private static final Pattern ABOVE_ROOT = Pattern.compile("^([^/?#]+//[^/?#]+)(?:/\\.\\.)+(?=/)");

    private static final List<String> LINKING = List.of("href", "src", "poster", "cite", "data");

    private Links() {}

    static URI base(URI around, Element element) {
        var own = element.getAttributeValue("base", Namespace.XML_NAMESPACE);
        return own == null || own.isBlank() ? around : resolve(around, own).orElse(around);
    }

    /** Makes the links in the attributes below an element absolute; trees are no deeper than {@link FeedTree} lets them be. */
    static void resolveBelow(Element parent, URI base) {
        for (var child : parent.getChildren()) {
            var around = base(base, child);
            LINKING.forEach(name -> resolve(child.getAttribute(name), around));
            resolveBelow(child, around);
        }
    }

    private static void resolve(@Nullable Attribute link, URI base) {
        if (link != null && !base.equals(NOWHERE) && !link.getValue().startsWith("#")) {
            resolve(base, link.getValue()).map(URI::toString).ifPresent(link::setValue);
        }
    }

    /** Empty when the text can not be made a link at all. */
    static Optional<URI> resolve(URI base, @Nullable String link) {
        if (link == null || link.isBlank()) {
            return Optional.empty();
        }
        return uri(link.strip()).map(uri -> uri.isAbsolute() || base.equals(NOWHERE) ? uri : against(base, uri));
    }

    /** With the links of a piece of markup made absolute; all else stays byte for byte. */
    static String resolveIn(String markup, URI base) {
        if (base.equals(NOWHERE) || markup.indexOf('<') < 0) {
            return markup;
        }
        return RELATIVE.matcher(markup).replaceAll(match -> {
            var absolute = resolve(base, match.group(3)).map(URI::toString).orElse(match.group(3));
            return Matcher.quoteReplacement(match.group(1) + match.group(2) + absolute + match.group(2));
        });
    }

    private static URI against(URI base, URI link) {
        if (link.toString().isEmpty()) {
            return base;
        }
        // java.net.URI appends to the last segment where only a query is given, and forgets the slash behind a host.
        if (link.getRawPath() != null && link.getRawPath().isEmpty() && link.getRawAuthority() == null) {
            var document = base.toString().replaceFirst("[?#].*$", "");
            return URI.create(document + link);
        }
        var rooted = base.getRawPath() != null && base.getRawPath().isEmpty() ? base.resolve("/") : base;
        var resolved = rooted.resolve(link);
        // Nor does it stop at the root where there are too many dots (RFC 3986 section 5.2.4).
        return resolved.getRawPath() != null && resolved.getRawPath().startsWith("/../")
                ? URI.create(ABOVE_ROOT.matcher(resolved.toString()).replaceFirst("$1"))
                : resolved;
    }

    private static Optional<URI> uri(String link) {
        try {
            return Optional.of(new URI(link));
        } catch (URISyntaxException e) {
            return escaped(link); // Blanks, brackets and pipes stand in many feeds' links.
        }
    }

    private static Optional<URI> escaped(String link) {
        var escaped = new StringBuilder();
        for (int at = 0; at < link.length(); at++) {
            char c = link.charAt(at);
            if (c <= ' ' || "\"<>\\^`{|}[]".indexOf(c) >= 0 || (c == '%' && !isEscape(link, at))) {
                escaped.append(String.format("%%%02X", (int) c));
            } else {
                escaped.append(c);
            }
        }
        try {
            return Optional.of(new URI(escaped.toString()));
        } catch (URISyntaxException e) {
            return Optional.empty(); // Not a link in any reading.
        }
    }

    private static boolean isEscape(String link, int at) {
        return at + 2 < link.length()
                && Character.digit(link.charAt(at + 1), 16) >= 0
                && Character.digit(link.charAt(at + 2), 16) >= 0;
    }
}
