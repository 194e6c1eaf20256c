package org.tumen.alert.query;

import com.ibm.icu.text.Transliterator;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Writes traditional characters in their simplified form, one for one, so that either finds the other. */
final class SimplifiedChinese extends TokenFilter {

    private static final char FIRST = '\u4E00';
    private static final char LAST = '\u9FFF';

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    SimplifiedChinese(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws java.io.IOException {
        if (!input.incrementToken()) {
            return false;
        }
        var units = term.buffer();
        for (var i = 0; i < term.length(); i++) {
            if (units[i] >= FIRST && units[i] <= LAST) {
                units[i] = Table.FORMS[units[i] - FIRST];
            }
        }
        return true;
    }

    /** Made when the first text comes. */
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
