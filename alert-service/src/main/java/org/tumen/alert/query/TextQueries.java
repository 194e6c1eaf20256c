package org.tumen.alert.query;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.HighlightsMatch;
import org.apache.lucene.monitor.HighlightsMatch.Hit;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Evidence.Part;

/**
 * All text queries, held against an article in one call. Most are never looked at: the presearcher knows each by the words
 * that it cannot do without. Safe for use by many threads; a change counts for the next article.
 */
@Component
public final class TextQueries implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(TextQueries.class);

    /** What stands further down is not searched: no article is so long, in UTF-16 units. */
    private static final int READ_AT_MOST = 200_000;

    /** Enough to show where the words stand. */
    private static final int MOST_HITS = 10;

    /** How the words of the article that is looked at are told apart. */
    private static final ScopedValue<Analysis> LANGUAGE = ScopedValue.newInstance();

    private final Monitor monitor;
    private final Map<SubscriptionId, Search> searches = new ConcurrentHashMap<>();

    public TextQueries() {
        try {
            monitor = new Monitor(
                    new ByLanguage(),
                    new TermFilteredPresearcher(
                            TermFilteredPresearcher.DEFAULT_WEIGHTOR, List.of(new PrefixHandler()), Set.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What is looked for, for a subscription.
     *
     * @param languages of the articles in which it is looked for, BCP 47 primary; empty for all
     */
    public record Search(TextQuery query, Set<String> languages) {

        public Search {
            languages = Set.copyOf(languages);
        }
    }

    /**
     * From now on these are looked for as well, or otherwise than before, and those that are gone are not. It costs what
     * changes, however many there are beside it.
     */
    public synchronized void change(Map<SubscriptionId, Search> wanted, Collection<SubscriptionId> gone) {
        var changed = new ArrayList<MonitorQuery>();
        wanted.forEach((id, search) -> {
            if (!search.equals(searches.get(id))) {
                changed.add(new MonitorQuery(id.value(), QueryCompiler.compile(search.query(), search.languages())));
            }
        });
        var known = gone.stream().filter(searches::containsKey).toList();
        try {
            if (!changed.isEmpty()) {
                monitor.register(changed);
            }
            if (!known.isEmpty()) {
                monitor.deleteById(known.stream().map(SubscriptionId::value).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        searches.putAll(wanted);
        known.forEach(searches::remove);
    }

    /**
     * Whose queries find their words in an article.
     *
     * @param language of title and text, BCP 47 primary, or {@code und}
     * @return where the words stand, title first, at most 10 of each query; never empty for one that is in the map
     */
    public Map<SubscriptionId, List<Evidence>> find(String title, String text, String language) {
        if (searches.isEmpty()) {
            return Map.of();
        }
        var body = text.length() > READ_AT_MOST ? text.substring(0, READ_AT_MOST) : text;
        var article = new Document();
        article.add(new TextField(QueryCompiler.TITLE, title, Store.NO));
        article.add(new TextField(QueryCompiler.TEXT, body, Store.NO));
        var found = new HashMap<SubscriptionId, List<Evidence>>();
        for (var match : matches(article, Analysis.of(language))) {
            var hits = new ArrayList<Evidence>();
            hits.addAll(hits(match, QueryCompiler.TITLE, Part.TITLE, title));
            hits.addAll(hits(match, QueryCompiler.TEXT, Part.TEXT, body));
            found.put(
                    new SubscriptionId(match.getQueryId()),
                    hits.stream().limit(MOST_HITS).toList());
        }
        return found;
    }

    private Collection<HighlightsMatch> matches(Document article, Analysis language) {
        try {
            var matches =
                    ScopedValue.where(LANGUAGE, language).call(() -> monitor.match(article, HighlightsMatch.MATCHER));
            matches.getErrors()
                    .forEach((id, failure) -> log.atError()
                            .addKeyValue("subscription", id)
                            .setCause(failure)
                            .log("A text query failed"));
            return matches.getMatches();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order of the text; what overlaps is one. */
    private static List<Evidence> hits(HighlightsMatch match, String field, Part part, String text) {
        var hits = new ArrayList<Evidence>();
        var end = 0;
        for (var hit : match.getHits(field).stream()
                .sorted(Comparator.comparingInt(Hit::startOffset)
                        .thenComparing(Hit::endOffset, Comparator.reverseOrder()))
                .toList()) {
            if (hit.startOffset() >= end && hit.endOffset() > hit.startOffset()) {
                end = hit.endOffset();
                hits.add(new Evidence(part, hit.startOffset(), end, text.substring(hit.startOffset(), end)));
            }
        }
        return hits;
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same fields for every language, so that one call asks all queries. */
    private static final class ByLanguage extends DelegatingAnalyzerWrapper {

        private ByLanguage() {
            super(PER_FIELD_REUSE_STRATEGY);
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            return LANGUAGE.get().ofTexts();
        }
    }
}
