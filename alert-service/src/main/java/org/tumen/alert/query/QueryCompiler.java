package org.tumen.alert.query;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.tumen.alert.query.Analysis.Token;
import org.tumen.alert.query.QueryNode.All;
import org.tumen.alert.query.QueryNode.Any;
import org.tumen.alert.query.QueryNode.Phrase;
import org.tumen.alert.query.QueryNode.Prefix;
import org.tumen.alert.query.QueryNode.Where;
import org.tumen.alert.query.QueryNode.Word;

/**
 * Makes a Lucene query that one look at an article answers, whatever its language: a word becomes a choice of the forms that
 * it has in texts of each language.
 */
final class QueryCompiler {

    static final String TITLE = "title";
    static final String TEXT = "text";

    /** Lucene's own limit is 1,024 for one query. */
    private static final int MOST_TERMS = 1_000;

    private final Set<Analysis> analyses;
    private int terms;

    private QueryCompiler(Collection<Analysis> analyses) {
        this.analyses = EnumSet.copyOf(analyses);
    }

    /** Throws when the query cannot be asked. */
    static void check(QueryNode query) {
        new QueryCompiler(EnumSet.allOf(Analysis.class)).query(query);
    }

    /** @param languages of the texts that are searched; empty for all */
    static Query compile(TextQuery query, Set<String> languages) {
        return new QueryCompiler(Analysis.of(languages)).query(new QueryParser(query.text()).parse());
    }

    private Query query(QueryNode node) {
        return switch (node) {
            case Word word -> words(word.word(), 0, word.where(), word.place());
            case Phrase phrase -> words(phrase.words(), phrase.apart(), phrase.where(), phrase.place());
            case Prefix prefix -> prefix(prefix);
            case All all -> all(all);
            case Any any -> anyOf(any.choices().stream().map(this::query).toList());
        };
    }

    private Query all(All all) {
        var query = new BooleanQuery.Builder();
        all.wanted().forEach(part -> query.add(query(part), Occur.MUST));
        all.unwanted().forEach(part -> query.add(query(part), Occur.MUST_NOT));
        return query.build();
    }

    private Query words(String words, int apart, Where where, int place) {
        var forms = new LinkedHashSet<List<Token>>();
        for (var analysis : analyses) {
            forms.add(analysis.ofQuery(words));
        }
        forms.remove(List.of());
        if (forms.isEmpty() && analyses.size() == Analysis.values().length) {
            throw TextQuery.fault(place, words + " has nothing to look for (expected: letters or digits)");
        }
        if (forms.isEmpty()) {
            return new MatchNoDocsQuery(words + " is nothing by itself in the languages that are searched");
        }
        return anyOf(fields(where)
                .flatMap(field -> forms.stream().map(form -> form(field, form, apart, place)))
                .toList());
    }

    private Query form(String field, List<Token> tokens, int apart, int place) {
        count(tokens.size(), place);
        if (tokens.size() == 1) {
            return new TermQuery(new Term(field, tokens.getFirst().text()));
        }
        var phrase = new PhraseQuery.Builder().setSlop(apart);
        tokens.forEach(token -> phrase.add(new Term(field, token.text()), token.position()));
        return phrase.build();
    }

    private Query prefix(Prefix prefix) {
        if (!prefix.start().codePoints().allMatch(QueryCompiler::canBegin)) {
            throw TextQuery.fault(
                    prefix.place(),
                    prefix.start()
                            + "* (expected: * after letters and digits only; Chinese and Japanese words need none)");
        }
        var start = plain(prefix.start());
        return anyOf(fields(prefix.where())
                .map(field -> {
                    count(1, prefix.place());
                    return (Query) new PrefixQuery(new Term(field, start));
                })
                .toList());
    }

    /** Words of scripts without spaces are found inside longer ones anyway. */
    private static boolean canBegin(int letter) {
        return Character.isLetterOrDigit(letter)
                && switch (Character.UnicodeScript.of(letter)) {
                    case HAN, HIRAGANA, KATAKANA -> false;
                    default -> true;
                };
    }

    private static String plain(String start) {
        var small = start.toLowerCase(Locale.ROOT).replace('ё', 'е').toCharArray();
        var folded = new char[small.length * 4];
        var length = ASCIIFoldingFilter.foldToASCII(small, 0, folded, 0, small.length);
        return new String(folded, 0, length);
    }

    private void count(int more, int place) {
        terms += more;
        if (terms > MOST_TERMS) {
            throw TextQuery.fault(place, "too much to look for (expected: fewer or shorter words)");
        }
    }

    private static Stream<String> fields(Where where) {
        return switch (where) {
            case TITLE -> Stream.of(TITLE);
            case TEXT -> Stream.of(TEXT);
            case ANYWHERE -> Stream.of(TITLE, TEXT);
        };
    }

    private static Query anyOf(List<Query> choices) {
        if (choices.size() == 1) {
            return choices.getFirst();
        }
        var any = new BooleanQuery.Builder();
        choices.forEach(choice -> any.add(choice, Occur.SHOULD));
        return any.build();
    }
}
