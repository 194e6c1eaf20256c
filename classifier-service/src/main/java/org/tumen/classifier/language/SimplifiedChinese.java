package org.tumen.classifier.language;

import com.ibm.icu.text.Transliterator;

/** The simplified form of a traditional Chinese character, one for one, so that offsets stay as they are. */
final class SimplifiedChinese {

    private static final char FIRST = '\u4E00';
    private static final char LAST = '\u9FFF';

    private SimplifiedChinese() {}

    static char of(char unit) {
        return unit < FIRST || unit > LAST ? Character.toLowerCase(unit) : Table.FORMS[unit - FIRST];
    }

    /** Made when the first Chinese text comes. */
    private static final class Table {

        private static final char[] FORMS = forms();

        private static char[] forms() {
            var simplify = Transliterator.getInstance("Traditional-Simplified");
            var forms = new char[LAST - FIRST + 1];
            for (var i = 0; i < forms.length; i++) {
                var form = simplify.transliterate(String.valueOf((char) (FIRST + i)));
                forms[i] = form.length() == 1 ? form.charAt(0) : (char) (FIRST + i);
            }
            return forms;
        }
    }
}
