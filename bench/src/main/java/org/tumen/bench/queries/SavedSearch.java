package org.tumen.bench.queries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * A text query, for both contenders: as people write it, and as Lucene has it with one analysis for every language.
 *
 * @param all words or phrases that must be there
 * @param any of which one must be there; empty for none
 * @param none that must not be there; empty for none
 * @param beginnings of words that must be there
 */
record SavedSearch(List<String> all, List<String> any, List<String> none, List<String> beginnings) {

    String text() {
        var text = new StringBuilder(joined(all, SavedSearch::quoted, " "));
        text.append(joined(beginnings, beginning -> " " + beginning + "*", ""));
        if (!any.isEmpty()) {
            text.append(" (").append(joined(any, SavedSearch::quoted, " OR ")).append(')');
        }
        return text.append(joined(none, word -> " NOT " + quoted(word), "")).toString();
    }

    Query lucene(Analyzer analyzer) {
        var query = new BooleanQuery.Builder();
        all.forEach(words -> query.add(eitherField(field -> phrase(analyzer, field, words)), Occur.MUST));
        beginnings.forEach(beginning -> query.add(
                eitherField(field -> new PrefixQuery(new Term(field, beginning.toLowerCase(Locale.ROOT)))),
                Occur.MUST));
        if (!any.isEmpty()) {
            var choice = new BooleanQuery.Builder();
            any.forEach(words -> choice.add(eitherField(field -> phrase(analyzer, field, words)), Occur.SHOULD));
            query.add(choice.build(), Occur.MUST);
        }
        none.forEach(words -> query.add(eitherField(field -> phrase(analyzer, field, words)), Occur.MUST_NOT));
        return query.build();
    }

    private static Query eitherField(Function<String, Query> query) {
        return new BooleanQuery.Builder()
                .add(query.apply("title"), Occur.SHOULD)
                .add(query.apply("text"), Occur.SHOULD)
                .build();
    }

    private static Query phrase(Analyzer analyzer, String field, String words) {
        var terms = new ArrayList<Term>();
        try (var stream = analyzer.tokenStream(field, words)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(new Term(field, term.toString()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms.size() == 1
                ? new TermQuery(terms.getFirst())
                : new PhraseQuery(field, terms.stream().map(Term::bytes).toArray(BytesRef[]::new));
    }

    private static String joined(List<String> words, Function<String, String> form, String between) {
        return words.stream().map(form).collect(Collectors.joining(between));
    }

    private static String quoted(String words) {
        return words.contains(" ") ? "\"" + words + "\"" : words;
    }
}
