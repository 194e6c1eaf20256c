package org.tumen.alert.query;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.CustomQueryHandler;
import org.apache.lucene.monitor.QueryTree;
import org.apache.lucene.monitor.TermWeightor;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Lets the presearcher know queries for beginnings of words by the first two letters. Lucene's own would hold every such
 * query against every article.
 */
final class PrefixHandler implements CustomQueryHandler {

    private static final int FIRST_LETTERS = 2;

    /** Stands in no word. */
    private static final char MARK = '\uFFFF';

    /** Two letters stand in many texts: any whole word beside it is the better mark of a query. */
    private static final double WEIGHT = 0.001;

    @Override
    public @Nullable QueryTree handleQuery(Query query, TermWeightor weightor) {
        return query instanceof PrefixQuery prefix && prefix.getPrefix().text().length() >= FIRST_LETTERS
                ? QueryTree.term(
                        new Term(prefix.getField(), marked(prefix.getPrefix().text())), WEIGHT)
                : null;
    }

    private static String marked(String word) {
        return word.substring(0, FIRST_LETTERS) + MARK;
    }

    @Override
    public TokenStream wrapTermStream(String field, TokenStream words) {
        return new FirstLetters(words);
    }

    /** After each word its first letters. */
    private static final class FirstLetters extends TokenFilter {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private @Nullable String next;

        private FirstLetters(TokenStream input) {
            super(input);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (next != null) {
                term.setEmpty().append(next);
                next = null;
                return true;
            }
            if (!input.incrementToken()) {
                return false;
            }
            next = term.length() >= FIRST_LETTERS ? marked(term.toString()) : null;
            return true;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            next = null;
        }
    }
}
