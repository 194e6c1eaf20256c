package org.tumen.classifier.language;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text in the form in which words are looked up, with the way back. Case, width, spacing, hyphens, quotation marks,
 * invisible characters and the two scripts of Chinese make no difference there; every unit knows the units of the
 * stored text that it came from, so that evidence is always a span of the stored text.
 */
public final class FoldedText {

    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    /** Longer runs of combining marks are cut: ordering them costs the square of their number. */
    private static final int MAX_CLUSTER = 32;

    private static final boolean[] IS_WORD = wordUnits();

    private final String original;
    private final String folded;

    /** The same, of which each unit is one look away. */
    private final char[] units;

    private final int[] starts;
    private final int[] ends;

    /** Of each unit whether it is a letter or digit: asked for many times over. */
    private final boolean[] words;

    /** Of each unit how many words begin before it; null until somebody asks. */
    private int @Nullable [] wordsBefore;

    private FoldedText(Folding folding) {
        this.original = folding.original;
        this.folded = new String(folding.folded, 0, folding.length);
        this.units = folding.folded;
        this.starts = folding.starts;
        this.ends = folding.ends;
        this.words = new boolean[folding.length];
        for (var i = 0; i < words.length; i++) {
            words[i] = IS_WORD[folding.folded[i]];
        }
    }

    /** Of every UTF-16 unit whether it is a letter or digit: one look instead of several. */
    private static boolean[] wordUnits() {
        var units = new boolean[Character.MAX_VALUE + 1];
        for (var i = 0; i < units.length; i++) {
            units[i] = Character.isLetterOrDigit((char) i);
        }
        return units;
    }

    public static FoldedText of(String original, Language language) {
        var folding = new Folding(original);
        folding.fold(language);
        return new FoldedText(folding);
    }

    /** A term of the catalogue in the same form. */
    public static String fold(String term, Language language) {
        var folding = new Folding(term);
        folding.fold(language);
        return new String(folding.folded, 0, folding.length).strip();
    }

    public CharSequence folded() {
        return folded;
    }

    public String original() {
        return original;
    }

    public int length() {
        return folded.length();
    }

    public char at(int index) {
        return units[index];
    }

    /** Whether a letter or digit stands there; false outside of the text. */
    public boolean isWordAt(int index) {
        return index >= 0 && index < words.length && words[index];
    }

    /** Where the word ends that goes on at this place; the place itself when none does. */
    public int wordEnd(int index) {
        var end = index;
        while (end < words.length && words[end]) {
            end++;
        }
        return end;
    }

    /** Where a name ends that ends at this place: behind the {@code 's} that is written on to it, as a case ending is in other languages. */
    public int possessiveEnd(int index) {
        return hasAt(index, "'s") && !isWordAt(index + 2) ? index + 2 : index;
    }

    /** How many words stand between two places, parts of words among them. */
    public int wordsBetween(int from, int to) {
        if (from >= to) {
            return 0;
        }
        var before = wordsBefore();
        var beginsWithin = isWordAt(from) && isWordAt(from - 1) ? 1 : 0;
        return before[to] - before[from] + beginsWithin;
    }

    /** A sentence is asked for many distances: they are counted once. Each thread that comes here writes the same. */
    private int[] wordsBefore() {
        var before = wordsBefore;
        if (before == null) {
            before = new int[words.length + 1];
            for (var i = 0; i < words.length; i++) {
                before[i + 1] = before[i] + (words[i] && (i == 0 || !words[i - 1]) ? 1 : 0);
            }
            wordsBefore = before;
        }
        return before;
    }

    /** Whether these folded characters stand there; false for what reaches outside of the text. */
    public boolean hasAt(int index, String characters) {
        return folded.startsWith(characters, index);
    }

    /** Where the unit at this index begins in the stored text; just past the stored text for the end. */
    public int originalStart(int index) {
        return index >= folded.length() ? original.length() : starts[index];
    }

    /** Where the stretch that ends before this index ends in the stored text. */
    public int originalEnd(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    /** The first folded unit that comes from this place of the stored text or a later one. */
    public int indexOf(int originalIndex) {
        var found = Arrays.binarySearch(starts, 0, folded.length(), originalIndex);
        if (found < 0) {
            return -found - 1;
        }
        while (found > 0 && starts[found - 1] == originalIndex) {
            found--;
        }
        return found;
    }

    /** The work of folding one text. */
    private static final class Folding {

        /** The form of each ASCII character, which needs no look at what follows. */
        private static final char[] ASCII = new char[0x80];

        private static final char FIRST_CYRILLIC = 0x400;

        /** The form of each Cyrillic letter of today. */
        private static final char[] CYRILLIC = new char[0x60];

        static {
            for (var i = 0; i < ASCII.length; i++) {
                ASCII[i] = plain((char) i);
            }
            for (var i = 0; i < CYRILLIC.length; i++) {
                CYRILLIC[i] = lower((char) (FIRST_CYRILLIC + i));
            }
        }

        private final String original;
        private char[] folded;
        private int[] starts;
        private int[] ends;
        private int length;

        private Folding(String original) {
            this.original = original;
            this.folded = new char[original.length() + 16];
            this.starts = new int[original.length() + 16];
            this.ends = new int[original.length() + 16];
        }

        private void fold(Language language) {
            var simplify = language == Language.CHINESE;
            var i = 0;
            while (i < original.length()) {
                var unit = original.charAt(i);
                if (unit < ASCII.length) {
                    append(ASCII[unit], i, i + 1);
                    i++;
                } else if (isWhole(unit) && !joinsPrevious(i + 1)) {
                    append(simplify ? SimplifiedChinese.of(unit) : unit, i, i + 1);
                    i++;
                } else if (isCyrillic(unit) && !joinsPrevious(i + 1)) {
                    append(simplify ? Character.toLowerCase(unit) : CYRILLIC[unit - FIRST_CYRILLIC], i, i + 1);
                    i++;
                } else if (isPlainMark(unit) && !joinsPrevious(i + 1)) {
                    append(simplify ? Character.toLowerCase(narrow(unit)) : lower(plain(narrow(unit))), i, i + 1);
                    i++;
                } else {
                    i = foldCluster(i, simplify);
                }
            }
        }

        private int foldCluster(int start, boolean simplify) {
            var end = start + Character.charCount(original.codePointAt(start));
            while (end < original.length()
                    && end - start < MAX_CLUSTER
                    && !NFKC.hasBoundaryBefore(original.codePointAt(end))) {
                end += Character.charCount(original.codePointAt(end));
            }
            var cluster = NFKC.normalize(original.substring(start, end)).toLowerCase(Locale.ROOT);
            for (var j = 0; j < cluster.length(); j++) {
                var unit = cluster.charAt(j);
                if (UCharacter.getType(unit) != Character.FORMAT) {
                    append(simplify ? SimplifiedChinese.of(unit) : lower(plain(unit)), start, end);
                }
            }
            return end;
        }

        private void append(char unit, int start, int end) {
            if (unit == ' ' && length > 0 && folded[length - 1] == ' ') {
                ends[length - 1] = end;
                return;
            }
            if (length == starts.length) {
                folded = Arrays.copyOf(folded, length * 2);
                starts = Arrays.copyOf(starts, length * 2);
                ends = Arrays.copyOf(ends, length * 2);
            }
            folded[length] = unit;
            starts[length] = start;
            ends[length] = end;
            length++;
        }

        private boolean joinsPrevious(int index) {
            if (index >= original.length()) {
                return false;
            }
            var unit = original.charAt(index);
            return (unit >= 0x300 && unit < 0x370)
                    || (unit >= 0x1160 && unit < 0x1200)
                    || unit == 0x3099
                    || unit == 0x309A;
        }

        /** Hangul syllables and Chinese characters: they stand for themselves. */
        private static boolean isWhole(char unit) {
            return (unit >= 0x4E00 && unit <= 0x9FFF) || (unit >= 0xAC00 && unit <= 0xD7A3);
        }

        private static boolean isCyrillic(char unit) {
            return unit >= FIRST_CYRILLIC && unit < FIRST_CYRILLIC + CYRILLIC.length;
        }

        /** The commonest marks that NFKC leaves as they are, or only makes narrow. */
        private static boolean isPlainMark(char unit) {
            return (unit >= 0x2018 && unit <= 0x201D)
                    || (unit >= 0x3001 && unit <= 0x3002)
                    || (unit >= 0x3008 && unit <= 0x3011)
                    || isWide(unit);
        }

        private static boolean isWide(char unit) {
            return unit >= 0xFF01 && unit <= 0xFF5E;
        }

        private static char narrow(char unit) {
            return isWide(unit) ? (char) (unit - 0xFEE0) : unit;
        }

        private static char lower(char unit) {
            return unit == 'ё' || unit == 'Ё' ? 'е' : Character.toLowerCase(unit);
        }

        private static char plain(char unit) {
            return switch (unit) {
                case '-',
                        '\t',
                        '\n',
                        '\r',
                        '\f',
                        '\u2010',
                        '\u2011',
                        '\u2012',
                        '\u2013',
                        '\u2014',
                        '\u2015',
                        '\u2212' -> ' ';
                case '\u2018', '\u2019', '\u02BC', '`', '\u00B4' -> '\'';
                case '\u201C', '\u201D', '\u00AB', '\u00BB' -> '"';
                default -> Character.isWhitespace(unit) || unit == '\u00A0' ? ' ' : Character.toLowerCase(unit);
            };
        }
    }
}
