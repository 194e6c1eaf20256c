package org.tumen.bench.queries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;

/** Lucene Monitor as it comes: its own presearcher, one analysis for every language, and no places of hits. */
final class BareMonitor implements AutoCloseable {

    private final StandardAnalyzer analyzer = new StandardAnalyzer();
    private final Monitor monitor;

    BareMonitor(List<SavedSearch> searches) throws IOException {
        monitor = new Monitor(analyzer);
        var queries = new ArrayList<MonitorQuery>();
        for (var search : searches) {
            queries.add(new MonitorQuery("search-" + queries.size(), search.lucene(analyzer)));
        }
        monitor.register(queries);
    }

    /** How many searches find their words. */
    int find(NewsArticle article) {
        var document = new Document();
        document.add(new TextField("title", article.title(), Store.NO));
        document.add(new TextField("text", article.text(), Store.NO));
        try {
            return monitor.match(document, QueryMatch.SIMPLE_MATCHER).getMatchCount();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        monitor.close();
    }
}
