package org.tumen.classifier.language;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text in the form in which words are looked up, with the way back. Case, width, spacing, hyphens, quotation marks,
 * invisible characters and the two scripts of Chinese make no difference there; every unit knows the units of the
 * stored text that it came from, so that evidence is always a span of the stored text.
 */
public final class FoldedText {

    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    /** Longer runs of combining marks are cut: ordering them costs the square of their number. */
    private static final int MAX_CLUSTER = 32;

    private final String original;
    private final String folded;
    private final int[] starts;
    private final int[] ends;

    /** Of each unit whether it is a letter or digit: asked for many times over. */
    private final boolean[] words;

    private FoldedText(Folding folding) {
        this.original = folding.original;
        this.folded = folding.folded.toString();
        this.starts = folding.starts;
        this.ends = folding.ends;
        this.words = new boolean[folded.length()];
        for (var i = 0; i < words.length; i++) {
            words[i] = Character.isLetterOrDigit(folded.charAt(i));
        }
    }

    public static FoldedText of(String original, Language language) {
        var folding = new Folding(original);
        folding.fold(language);
        return new FoldedText(folding);
    }

    /** A term of the catalogue in the same form. */
    public static String fold(String term, Language language) {
        return of(term, language).folded.strip();
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
        return folded.charAt(index);
    }

    /** Whether a letter or digit stands there; false outside of the text. */
    public boolean isWordAt(int index) {
        return index >= 0 && index < words.length && words[index];
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

        private final String original;
        private final StringBuilder folded;
        private int[] starts;
        private int[] ends;

        private Folding(String original) {
            this.original = original;
            this.folded = new StringBuilder(original.length());
            this.starts = new int[original.length() + 16];
            this.ends = new int[original.length() + 16];
        }

        private void fold(Language language) {
            var simplify = language == Language.CHINESE;
            var i = 0;
            while (i < original.length()) {
                var unit = original.charAt(i);
                if (unit < 0x80) {
                    append(plain(unit), i, i + 1);
                    i++;
                } else if (isWhole(unit) && !joinsPrevious(i + 1)) {
                    append(simplify ? SimplifiedChinese.of(unit) : lower(unit), i, i + 1);
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
            var length = folded.length();
            if (unit == ' ' && length > 0 && folded.charAt(length - 1) == ' ') {
                ends[length - 1] = end;
                return;
            }
            if (length == starts.length) {
                starts = Arrays.copyOf(starts, length * 2);
                ends = Arrays.copyOf(ends, length * 2);
            }
            folded.append(unit);
            starts[length] = start;
            ends[length] = end;
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

        /** Cyrillic, Hangul syllables and Chinese characters: they stand for themselves, but for their case. */
        private static boolean isWhole(char unit) {
            return (unit >= 0x4E00 && unit <= 0x9FFF)
                    || (unit >= 0xAC00 && unit <= 0xD7A3)
                    || (unit >= 0x400 && unit < 0x460);
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
