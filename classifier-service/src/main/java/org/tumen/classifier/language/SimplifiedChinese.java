package org.tumen.classifier.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The simplified form of a traditional Chinese character, one for one, so that offsets stay as they are. The forms are ICU's, which would parse and
 * apply thousands of rules to tell them, a tenth of all the work of a start; they are kept in a file.
 */
final class SimplifiedChinese {

    static final char FIRST = '\u4E00';
    static final char LAST = '\u9FFF';

    /** A traditional character and its simplified form on each line. */
    static final String RESOURCE = "simplified.txt";

    private SimplifiedChinese() {}

    static char of(char unit) {
        return unit < FIRST || unit > LAST ? Character.toLowerCase(unit) : Table.FORMS[unit - FIRST];
    }

    /** Read when the first Chinese text comes. */
    private static final class Table {

        private static final char[] FORMS = forms();

        private static char[] forms() {
            var forms = new char[LAST - FIRST + 1];
            for (var i = 0; i < forms.length; i++) {
                forms[i] = (char) (FIRST + i);
            }
            try (var stream = SimplifiedChinese.class.getResourceAsStream(RESOURCE)) {
                var text = new String(Objects.requireNonNull(stream, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
                text.lines()
                        .filter(line -> !line.startsWith("#"))
                        .forEach(line -> forms[line.charAt(0) - FIRST] = line.charAt(1));
                return forms;
            } catch (IOException e) {
                throw new UncheckedIOException(RESOURCE, e);
            }
        }
    }
}
