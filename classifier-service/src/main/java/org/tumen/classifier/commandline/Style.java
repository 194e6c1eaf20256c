package org.tumen.classifier.commandline;

import java.util.regex.Pattern;

/** How things look: in colour on a terminal, with brackets elsewhere. */
enum Style {
    COLOURS,
    PLAIN;

    /** What could move the cursor, hide words or turn their order round: it is shown, and does nothing. */
    private static final Pattern UNSHOWABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\n]]");

    static Style of(boolean terminal) {
        return terminal ? COLOURS : PLAIN;
    }

    String strong(String text) {
        return paint("1", text);
    }

    String dim(String text) {
        return paint("2", text);
    }

    /** Words that a finding rests on, with its number. */
    String evidence(String numbers, String words) {
        return switch (this) {
            case COLOURS -> "\u001b[1;33m" + words + "\u001b[22m " + numbers + "\u001b[0m";
            case PLAIN -> "[" + words + "]" + numbers;
        };
    }

    String plus(String text) {
        return paint("32", text);
    }

    String minus(String text) {
        return paint("31", text);
    }

    private String paint(String code, String text) {
        return this == COLOURS ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /** The text of a stranger, fit to be printed. */
    static String shown(String text) {
        return UNSHOWABLE
                .matcher(text)
                .replaceAll(found -> "\\\\u%04X".formatted(found.group().codePointAt(0)));
    }
}
