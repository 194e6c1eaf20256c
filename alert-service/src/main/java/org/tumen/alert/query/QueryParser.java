package org.tumen.alert.query;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tumen.alert.query.QueryNode.All;
import org.tumen.alert.query.QueryNode.Any;
import org.tumen.alert.query.QueryNode.Phrase;
import org.tumen.alert.query.QueryNode.Prefix;
import org.tumen.alert.query.QueryNode.Where;
import org.tumen.alert.query.QueryNode.Word;

/**
 * Reads a text query:
 *
 * <pre>
 * choice = all { "OR" all }
 * all    = { ["AND"] [ "NOT" | "-" ] part }
 * part   = [ ("title" | "text") ":" ] ( "(" choice ")" | word [ "*" ] | '"' words '"' [ "~" number ] )
 * </pre>
 */
final class QueryParser {

    private static final int MOST_WORDS = 50;
    private static final int DEEPEST = 8;
    private static final int FARTHEST_APART = 20;

    /** Shorter ones begin too many words; a syllable of Hangul is worth two letters. */
    private static final int SHORTEST_START = 3;

    private static final int SHORTEST_START_IN_HANGUL = 2;
    private static final Pattern FIELD = Pattern.compile("(?i)(title|text):");
    private static final Pattern OTHER_FIELD = Pattern.compile("([a-z]+):[^/].*");
    private static final String QUOTES = "\"\u201c\u201d\u201e\u00ab\u00bb";
    private static final String PART = "(expected: a word, a phrase in quotes, or a group in brackets)";

    private final String text;
    private int at;
    private int words;
    private int depth;

    QueryParser(String text) {
        this.text = text;
    }

    QueryNode parse() {
        if (text.isBlank()) {
            throw TextQuery.fault(0, "nothing to look for " + PART);
        }
        if (text.length() > TextQuery.LONGEST) {
            throw TextQuery.fault(
                    TextQuery.LONGEST, "too long (expected: at most " + TextQuery.LONGEST + " characters)");
        }
        var query = choice(Where.ANYWHERE);
        if (at < text.length()) {
            throw TextQuery.fault(at, "a bracket that closes nothing (expected: as many ( as ))");
        }
        return query;
    }

    private QueryNode choice(Where where) {
        var choices = new ArrayList<QueryNode>();
        do {
            choices.add(all(where));
        } while (takeWord("OR"));
        return choices.size() == 1 ? choices.getFirst() : new Any(choices);
    }

    private QueryNode all(Where where) {
        var start = at;
        var wanted = new ArrayList<QueryNode>();
        var unwanted = new ArrayList<QueryNode>();
        do {
            (takeNot() ? unwanted : wanted).add(part(where));
        } while (takeWord("AND") || moreFollows());
        if (wanted.isEmpty()) {
            throw TextQuery.fault(
                    start, "only what must not be there (expected: NOT beside a word that must be there)");
        }
        return wanted.size() == 1 && unwanted.isEmpty() ? wanted.getFirst() : new All(wanted, unwanted);
    }

    private QueryNode part(Where where) {
        skipSpace();
        var field = field();
        if (field.isPresent()) {
            return part(field.get());
        }
        if (at == text.length() || text.charAt(at) == ')' || isNext("OR") || isNext("AND") || isNext("NOT")) {
            throw TextQuery.fault(at, "something is missing here " + PART);
        }
        if (text.charAt(at) == '(') {
            return group(where);
        }
        return QUOTES.indexOf(text.charAt(at)) >= 0 ? phrase(where) : word(where);
    }

    private Optional<Where> field() {
        var field = FIELD.matcher(text).region(at, text.length());
        if (!field.lookingAt()) {
            return Optional.empty();
        }
        at = field.end();
        return Optional.of(Where.valueOf(field.group(1).toUpperCase(Locale.ROOT)));
    }

    private QueryNode group(Where where) {
        var opened = at++;
        if (++depth > DEEPEST) {
            throw TextQuery.fault(opened, "too deep (expected: at most " + DEEPEST + " brackets within each other)");
        }
        var group = choice(where);
        if (at == text.length()) {
            throw TextQuery.fault(opened, "a bracket that is not closed (expected: as many ( as ))");
        }
        at++;
        depth--;
        return group;
    }

    private QueryNode phrase(Where where) {
        var opened = at++;
        var start = at;
        while (at < text.length() && QUOTES.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == text.length()) {
            throw TextQuery.fault(opened, "quotes that are not closed (expected: \"words\")");
        }
        var phrase = text.substring(start, at++);
        if (phrase.indexOf('*') >= 0) {
            throw TextQuery.fault(
                    start + phrase.indexOf('*'), "* in quotes (expected: * at the end of a word by itself)");
        }
        count(phrase.strip().split("\\s+", -1).length, opened);
        return new Phrase(phrase, apart(), where, opened);
    }

    private int apart() {
        if (at == text.length() || text.charAt(at) != '~') {
            return 0;
        }
        var start = ++at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        var number = text.substring(start, at);
        if (number.isEmpty() || number.length() > 2 || Integer.parseInt(number) > FARTHEST_APART) {
            throw TextQuery.fault(start, "~" + number + " (expected: ~ and a number up to " + FARTHEST_APART + ")");
        }
        return Integer.parseInt(number);
    }

    private QueryNode word(Where where) {
        var start = at;
        while (at < text.length() && !endsWord(text.charAt(at))) {
            at++;
        }
        var word = text.substring(start, at);
        count(1, start);
        refuseOtherFields(word, start);
        var star = firstWildcard(word);
        if (star < 0) {
            return new Word(word, where, start);
        }
        if (star != word.length() - 1 || word.charAt(star) != '*') {
            throw TextQuery.fault(
                    start + star,
                    word.charAt(star) + " (expected: only * and only at the end of a word, as sanction*)");
        }
        var beginning = word.substring(0, star);
        var letters = beginning.codePointCount(0, beginning.length());
        if (letters < (hasHangul(beginning) ? SHORTEST_START_IN_HANGUL : SHORTEST_START)) {
            throw TextQuery.fault(
                    start,
                    word + " is too short a beginning (expected: * after " + SHORTEST_START + " letters, or "
                            + SHORTEST_START_IN_HANGUL + " of Hangul)");
        }
        return new Prefix(beginning, where, start);
    }

    private static void refuseOtherFields(String word, int start) {
        if (OTHER_FIELD.matcher(word).matches()) {
            throw TextQuery.fault(
                    start, word.substring(0, word.indexOf(':')) + " is no field (expected: title or text before :)");
        }
    }

    private static int firstWildcard(String word) {
        for (var i = 0; i < word.length(); i++) {
            if ("*?~".indexOf(word.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean hasHangul(String word) {
        return word.codePoints().anyMatch(one -> Character.UnicodeScript.of(one) == Character.UnicodeScript.HANGUL);
    }

    private void count(int more, int place) {
        words += more;
        if (words > MOST_WORDS) {
            throw TextQuery.fault(place, "too many words (expected: at most " + MOST_WORDS + ")");
        }
    }

    private boolean moreFollows() {
        skipSpace();
        return at < text.length() && text.charAt(at) != ')' && !isNext("OR");
    }

    private boolean takeNot() {
        if (takeWord("NOT")) {
            return true;
        }
        var minus = at < text.length() - 1 && text.charAt(at) == '-' && !isSpace(text.charAt(at + 1));
        at += minus ? 1 : 0;
        return minus;
    }

    private boolean takeWord(String operator) {
        skipSpace();
        var next = isNext(operator);
        at += next ? operator.length() : 0;
        skipSpace();
        return next;
    }

    /** Operators are in capitals, so that small words can be looked for. */
    private boolean isNext(String operator) {
        var end = at + operator.length();
        return text.startsWith(operator, at) && (end == text.length() || endsWord(text.charAt(end)));
    }

    private void skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean endsWord(char unit) {
        return isSpace(unit) || unit == '(' || unit == ')' || QUOTES.indexOf(unit) >= 0;
    }

    private static boolean isSpace(char unit) {
        return Character.isWhitespace(unit) || Character.isSpaceChar(unit);
    }
}
