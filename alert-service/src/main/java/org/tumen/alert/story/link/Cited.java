package org.tumen.alert.story.link;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names that a text gives as those whose word it passes on: a paper that cites another one says nothing of its own. Whether a name is
 * an outlet's it does not know. So it finds too many, and they count only where an account of the story is of an outlet of that name.
 */
final class Cited {

    /** One to five words in capitals, as English and Russian write them. */
    private static final String NAME =
            "(\\p{Lu}[\\p{L}\\p{N}.'’&-]{0,30}(?: (?:(?:of|and|the) ){0,2}\\p{Lu}[\\p{L}\\p{N}.'’&-]{0,30}){0,4})";

    private static final List<Pattern> MANNERS = List.of(
            Pattern.compile("\\b(?:[Aa]ccording to|[Cc]iting|[Qq]uoting|[Rr]eport(?:ed)? (?:by|in)|[Tt]old)"
                    + "(?: (?:the|a|newspaper|daily|report|by|in)){0,4} " + NAME),
            Pattern.compile(NAME + " (?:has |had )?(?:reported|reports|said|says|wrote|writes|learned)\\b"),
            Pattern.compile(
                    "(?:по данным|сообщил[аио]?|сообща[ею]т|пишет|передал[аио]?|переда[её]т) (?:газет[аыу] )?" + NAME),
            Pattern.compile("«([^»]{2,60})»"),
            Pattern.compile("《([^》]{2,40})》"),
            Pattern.compile("([\\p{IsHangul}\\p{N}A-Za-z]{1,20}(?:일보|신문|뉴스|방송|통신|타임스|저널|TV))"));

    private static final Pattern AROUND = Pattern.compile("^The |[.'’]+$");

    private Cited() {}

    /** As they are written, without an article before them. */
    static Set<String> in(String text) {
        var names = new LinkedHashSet<String>();
        for (var manner : MANNERS) {
            var cited = manner.matcher(text);
            while (cited.find()) {
                names.add(AROUND.matcher(cited.group(1)).replaceAll(""));
            }
        }
        return names;
    }
}
