package org.tumen.classifier.replay;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.tumen.model.Lane;
import org.tumen.model.Topic;
import org.tumen.model.article.Article;
import org.tumen.model.article.ArticleId;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Finding;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.json.UnreadableEventException;

/** What was published of each article at the time: its last assessment. */
final class Published {

    private final Map<Revision, List<Finding>> findings = new HashMap<>();

    private record Revision(ArticleId article, int number) {}

    static Published read(StoredRecords stored, Instant since, DoubleConsumer progress) {
        var published = new Published();
        var topics = Stream.of(Lane.LIVE, Lane.BACKFILL)
                .map(Topic.ASSESSMENTS::topicName)
                .toList();
        stored.read(topics, since, published::add, progress);
        return published;
    }

    private void add(ConsumerRecord<String, byte[]> record) {
        try {
            var assessed = EventRecords.read(record, ArticleAssessed.class).event();
            findings.put(
                    new Revision(assessed.article().id(), assessed.article().revision()), assessed.findings());
        } catch (UnreadableEventException _) {
            // Whoever listens to the topic has put it aside; nothing was told of it.
        }
    }

    /** Null when the article was never assessed. */
    @Nullable
    List<Finding> of(Article article) {
        return findings.get(new Revision(article.id(), article.revision()));
    }
}
