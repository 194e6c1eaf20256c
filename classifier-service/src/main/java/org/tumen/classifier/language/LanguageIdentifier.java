package org.tumen.classifier.language;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells the language of an article from its script, and among those in Latin script from their commonest words. A
 * declared language only decides where the text itself is too short to tell.
 */
public final class LanguageIdentifier {

    /** What comes of it. */
    public sealed interface Outcome {

        /** BCP 47 primary language; {@code und} when it cannot be told. */
        String code();

        record Read(Language language) implements Outcome {
            @Override
            public String code() {
                return language.code();
            }
        }

        /** A language for which there are no words in the catalogue, or none that can be told: never guessed. */
        record NotRead(String code) implements Outcome {}
    }

    /** Enough to tell, and little enough to stay cheap on the longest page. */
    private static final int SAMPLE = 4_000;

    /** One Chinese character says as much as several letters: names in another script do not decide. */
    private static final int CJK_WEIGHT = 3;

    /**
     * So many Cyrillic letters are no Russian without one of its own. One in 45 is: of 200 letters one text in a hundred has none, of
     * 600 none.
     */
    private static final int MUST_SHOW = 600;

    /** The commonest words of English that no other large language in Latin script shares. */
    private static final Set<String> ENGLISH = words("""
            the of and with for is was has have had are were that which by from its his their after over
            says said not will would into between against this about he she they been who as at on it to""");

    /** Words of the other large languages in Latin script, likewise. */
    private static final Set<String> OTHER = words("""
            der die das und mit von ist nicht den dem ein eine für auf im le la les des et du une est dans
            pour qui sur avec au aux el los las una del que con por para como más il gli della di che per
            dei nel sono da do dos em não uma ao het een van zijn dengan yang dan untuk tidak của và không
            được trong och att som är w na się nie jest ve bir bu için ile""");

    private static final int LONGEST = Stream.of(ENGLISH, OTHER)
            .flatMap(Set::stream)
            .mapToInt(String::length)
            .max()
            .orElseThrow();

    /** Reads the language off the text. */
    public Outcome identify(String title, String text, String declared) {
        var sample = title + "\n" + text.substring(0, Math.min(text.length(), SAMPLE));
        var scripts = Scripts.of(sample);
        var most = Math.max(
                Math.max(scripts.hangul * CJK_WEIGHT, (scripts.han + scripts.kana) * CJK_WEIGHT),
                Math.max(scripts.cyrillic, scripts.latin));
        if (most == 0) {
            return new Outcome.NotRead(scripts.other > 0 ? known(declared) : "und");
        }
        if (scripts.other > most) {
            return new Outcome.NotRead(known(declared));
        }
        if (scripts.hangul * CJK_WEIGHT == most) {
            return new Outcome.Read(Language.KOREAN);
        }
        if ((scripts.han + scripts.kana) * CJK_WEIGHT == most) {
            // Chinese pages quote a Japanese name now and then; Japanese has kana in every clause.
            return scripts.kana * 10 > scripts.han ? new Outcome.NotRead("ja") : new Outcome.Read(Language.CHINESE);
        }
        if (scripts.cyrillic == most) {
            return cyrillic(scripts, declared);
        }
        return latin(sample, declared);
    }

    private static Outcome cyrillic(Scripts scripts, String declared) {
        if (scripts.ukrainian > 0 && scripts.ukrainian >= scripts.russian) {
            return new Outcome.NotRead("uk");
        }
        if (scripts.russian == 0 && scripts.cyrillic > MUST_SHOW) {
            return new Outcome.NotRead(primary(declared).equals("ru") ? "und" : known(declared));
        }
        return new Outcome.Read(Language.RUSSIAN);
    }

    private static Outcome latin(String sample, String declared) {
        var english = 0;
        var other = 0;
        var lower = sample.toLowerCase(Locale.ROOT);
        for (var start = 0; start < lower.length(); ) {
            var end = endOfLatin(lower, start);
            // What is longer than the longest of the common words is none of them, and need not be cut out.
            if (end > start && end - start <= LONGEST) {
                var word = lower.substring(start, end);
                english += ENGLISH.contains(word) ? 1 : 0;
                other += OTHER.contains(word) ? 1 : 0;
            }
            start = end + 1;
        }
        if (english > other || (english == other && primary(declared).equals("en"))) {
            return new Outcome.Read(Language.ENGLISH);
        }
        if (other > english) {
            var code = known(declared);
            return new Outcome.NotRead(code.equals("en") ? "und" : code);
        }
        // A headline without any common word is told by what the feed declares; undeclared it is most often English.
        return known(declared).equals("und") && english == other && other == 0
                ? new Outcome.Read(Language.ENGLISH)
                : new Outcome.NotRead(known(declared));
    }

    /** Where a run of Latin letters ends that begins here; here when there is none. */
    private static int endOfLatin(String text, int start) {
        var end = start;
        while (end < text.length() && isLatin(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLatin(char letter) {
        return letter < 0x80 ? letter >= 'a' && letter <= 'z' : UnicodeScript.of(letter) == UnicodeScript.LATIN;
    }

    private static Set<String> words(String spaced) {
        return Set.of(spaced.split("\\s+"));
    }

    private static String known(String declared) {
        var primary = primary(declared);
        return primary.isEmpty() ? "und" : primary;
    }

    private static String primary(String declared) {
        var lower = declared.strip().toLowerCase(Locale.ROOT);
        var dash = lower.indexOf('-');
        return dash < 0 ? lower : lower.substring(0, dash);
    }

    /** How many letters of each script. */
    private static final class Scripts {

        private static final String UKRAINIAN = "іїєґІЇЄҐ";
        private static final String RUSSIAN = "ыэъёЫЭЪЁ";

        private int hangul;
        private int han;
        private int kana;
        private int cyrillic;
        private int latin;
        private int other;
        private int ukrainian;
        private int russian;

        private static Scripts of(String sample) {
            var scripts = new Scripts();
            for (var i = 0; i < sample.length(); i++) {
                var unit = sample.charAt(i);
                // The commonest letters of the four languages, without asking Unicode's tables of each.
                if (unit < 0x80) {
                    scripts.latin += (unit | 0x20) >= 'a' && (unit | 0x20) <= 'z' ? 1 : 0;
                } else if (unit >= 0x4E00 && unit <= 0x9FFF) {
                    scripts.han++;
                } else if (unit >= 0xAC00 && unit <= 0xD7A3) {
                    scripts.hangul++;
                } else if (unit >= 0x410 && unit <= 0x44F) {
                    scripts.cyrillic++;
                    scripts.russian += RUSSIAN.indexOf(unit) >= 0 ? 1 : 0;
                } else {
                    var letter = sample.codePointAt(i);
                    i += Character.charCount(letter) - 1;
                    if (Character.isLetter(letter)) {
                        scripts.count(letter);
                    }
                }
            }
            return scripts;
        }

        private void count(int letter) {
            switch (UnicodeScript.of(letter)) {
                case HANGUL -> hangul++;
                case HAN -> han++;
                case HIRAGANA, KATAKANA -> kana++;
                case LATIN -> latin++;
                case CYRILLIC -> {
                    cyrillic++;
                    ukrainian += UKRAINIAN.indexOf(letter) >= 0 ? 1 : 0;
                    russian += RUSSIAN.indexOf(letter) >= 0 ? 1 : 0;
                }
                default -> other++;
            }
        }
    }
}
