package org.tumen.crawler.entry;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * A feed's text without what makes XML parsers refuse it: text before the first tag, document types, control
 * characters, HTML's named entities, bare ampersands. With the document type go all entity declarations, so nothing is
 * ever read from a file or expanded (Athou/commafeed#1260, rometools/rome#203), but for the short names that it gives to
 * a few words ({@link DeclaredEntities}).
 */
final class FeedText {

    private static final Pattern FIRST_TAG = Pattern.compile("<(?:[?!]|[A-Za-z_])");

    /** CDATA and comments are passed over; entities inside them are plain text. */
    private static final Pattern AMPERSAND = Pattern.compile(
            "<!\\[CDATA\\[.*?(?:]]>|\\z)|<!--.*?(?:-->|\\z)"
                    + "|&(?:#(?<decimal>\\d{1,7});|#[xX](?<hex>[0-9a-fA-F]{1,6});|(?<name>[A-Za-z][A-Za-z0-9]{0,30});)?",
            Pattern.DOTALL);

    private static final String C1_AS_WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    /** The two halves of a character beyond the first plane, each written as a reference of its own. */
    private static final Pattern HALVES = Pattern.compile("&#(?:x([dD][89abAB][0-9a-fA-F]{2})|(5[5-6]\\d{3}));"
            + "&#(?:x([dD][c-fC-F][0-9a-fA-F]{2})|(5[6-7]\\d{3}));");

    /** The beginning of a feed, wherever it stands. */
    private static final Pattern ROOT =
            Pattern.compile("<(?:[A-Za-z][\\w.-]{0,30}:)?(?:rss|rdf|feed|urlset)(?=[\\s>])", Pattern.CASE_INSENSITIVE);

    private FeedText() {}

    static String clean(String text) {
        var start = fromFirstTag(withoutControls(text));
        int doctype = indexOfDoctype(start);
        if (doctype < 0) {
            return withoutBareAmpersands(start, DeclaredEntities.NONE);
        }
        int end = endOfDoctype(start, doctype);
        return withoutBareAmpersands(
                start.substring(0, doctype) + start.substring(end), DeclaredEntities.in(start.substring(doctype, end)));
    }

    /** The feed in a text that has something else around it: a warning of the server's, a page. Empty without one. */
    static Optional<String> within(String text) {
        var root = ROOT.matcher(text);
        return root.find() && root.start() > 0 ? Optional.of(clean(text.substring(root.start()))) : Optional.empty();
    }

    private static String fromFirstTag(String text) {
        var match = FIRST_TAG.matcher(text);
        return match.find() ? withoutXmlDeclaration(text.substring(match.start())) : "";
    }

    /** The text is decoded already: what the declaration says of bytes is of no use any more. */
    private static String withoutXmlDeclaration(String text) {
        if (!text.regionMatches(true, 0, "<?xml", 0, 5) || text.regionMatches(true, 0, "<?xml-", 0, 6)) {
            return text;
        }
        int end = text.indexOf('>');
        return end < 0 ? "" : text.substring(end + 1).stripLeading();
    }

    /** Characters that no XML 1.0 document may hold (section 2.2), also halves of surrogate pairs. */
    private static String withoutControls(String text) {
        var kept = new StringBuilder(text.length());
        text.codePoints().filter(FeedText::mayStandInXml).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean mayStandInXml(int character) {
        return (character >= 0x20 && character < 0xD800)
                || character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0xE000 && character < 0xFFFE && character != 0xFEFF)
                || character >= 0x10000;
    }

    private static int indexOfDoctype(String text) {
        int limit = Math.min(text.length(), 20_000);
        for (int at = text.indexOf("<!"); at >= 0 && at < limit; at = text.indexOf("<!", at + 2)) {
            if (text.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
                return at;
            }
        }
        return -1;
    }

    /** Behind the {@code >} that closes the document type, its internal subset and quoted literals passed over. */
    private static int endOfDoctype(String text, int start) {
        boolean inSubset = false;
        char quote = 0;
        for (int at = start + 9; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (text.startsWith("<!--", at)) {
                int end = text.indexOf("-->", at);
                at = end < 0 ? text.length() : end + 2;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                inSubset = true;
            } else if (c == ']') {
                inSubset = false;
            } else if (c == '>' && !inSubset) {
                return at + 1;
            }
        }
        return text.length();
    }

    private static String withoutBareAmpersands(String text, DeclaredEntities declared) {
        var joined = HALVES.matcher(text).replaceAll(halves -> joined(halves));
        return AMPERSAND
                .matcher(joined)
                .replaceAll(match -> Matcher.quoteReplacement(reference((Matcher) match, declared)));
    }

    private static String joined(MatchResult halves) {
        char high = (char) half(halves.group(1), halves.group(2));
        char low = (char) half(halves.group(3), halves.group(4));
        return Character.isSurrogatePair(high, low) ? new String(new char[] {high, low}) : "";
    }

    private static int half(@Nullable String hex, @Nullable String decimal) {
        return hex == null ? Integer.parseInt(Objects.requireNonNull(decimal)) : Integer.parseInt(hex, 16);
    }

    private static String reference(Matcher match, DeclaredEntities declared) {
        var whole = match.group();
        if (whole.charAt(0) == '<') {
            return whole;
        }
        if (match.group("decimal") != null) {
            return character(Integer.parseInt(match.group("decimal")));
        }
        if (match.group("hex") != null) {
            return character(Integer.parseInt(match.group("hex"), 16));
        }
        var name = match.group("name");
        if (name == null) {
            return "&amp;";
        }
        return switch (name) {
            case "lt", "gt", "amp", "quot", "apos" -> whole;
            default -> {
                var meant = declared.meaning(name).orElseGet(() -> Entities.getByName(name));
                yield meant.isEmpty() ? "&amp;" + whole.substring(1) : meant;
            }
        };
    }

    /** References to 128-159 mean windows-1252, as in HTML (WHATWG HTML, numeric character reference end state). */
    private static String character(int number) {
        if (number >= 0x80 && number <= 0x9F) {
            return C1_AS_WINDOWS_1252.substring(number - 0x80, number - 0x7F);
        }
        return mayStandInXml(number) && number <= 0x10FFFF ? "&#" + number + ";" : "";
    }
}
