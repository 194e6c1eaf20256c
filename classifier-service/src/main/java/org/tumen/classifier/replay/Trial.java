package org.tumen.classifier.replay;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.intake.Classifier;
import org.tumen.model.Lane;
import org.tumen.model.Topic;
import org.tumen.model.article.ArticleFetched;
import org.tumen.model.assessment.Finding;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.json.UnreadableEventException;

/** Scores every stored article and holds it against what there was before. */
final class Trial {

    private static final List<String> ARTICLES =
            Stream.of(Lane.LIVE, Lane.BACKFILL).map(Topic.ARTICLES::topicName).toList();

    private final StoredRecords stored;
    private final Instant since;
    private final Before before;
    private final Classifier after;
    private final Change.Limits limits;
    private final Difference difference = new Difference();
    private int unreadable;
    private int tooLong;
    private int neverAssessed;

    /** What there was, of one article. */
    @FunctionalInterface
    interface Before {

        /** The findings, below the threshold too where that is known; null when the article was never assessed. */
        @Nullable
        List<Finding> of(ArticleFetched article);
    }

    Trial(StoredRecords stored, Instant since, Before before, Classifier after, Change.Limits limits) {
        this.stored = stored;
        this.since = since;
        this.before = before;
        this.after = after;
        this.limits = limits;
    }

    Difference run(DoubleConsumer progress) {
        stored.read(ARTICLES, since, this::compare, progress);
        return difference;
    }

    /** Read = scored + too long + not readable + older than asked for + earlier revisions; never assessed are scored too. */
    String counts() {
        return difference.articles() + " scored" + also(neverAssessed, "never assessed") + also(tooLong, "too long")
                + also(unreadable, "not readable");
    }

    private static String also(int number, String what) {
        return number == 0 ? "" : ", " + number + " " + what;
    }

    private void compare(ConsumerRecord<String, byte[]> record) {
        try {
            var fetched = EventRecords.read(record, ArticleFetched.class).event();
            if (Classifier.published(fetched.hops()).isBefore(since)) {
                return;
            }
            var now = after.assessor().assess(Classifier.textOf(fetched)).findings();
            var earlier = before.of(fetched);
            if (earlier == null) {
                neverAssessed++;
                earlier = List.of();
            }
            difference.add(
                    fetched.article().id(), Comparison.of(fetched.article(), placeOf(record), earlier, now, limits));
        } catch (UnreadableEventException _) {
            unreadable++; // The service has put it aside with its reason.
        } catch (IllegalArgumentException _) {
            tooLong++; // Likewise.
        }
    }

    /** Reads the articles again that stand at these places, and hands over each with its place. */
    void again(Set<String> places, BiConsumer<String, Envelope<ArticleFetched>> articles, DoubleConsumer progress) {
        Consumer<ConsumerRecord<String, byte[]>> wanted = record -> {
            if (places.contains(placeOf(record))) {
                articles.accept(placeOf(record), EventRecords.read(record, ArticleFetched.class));
            }
        };
        stored.read(ARTICLES, since, wanted, progress);
    }

    private static String placeOf(ConsumerRecord<?, ?> record) {
        return record.topic() + "/" + record.partition() + "/" + record.offset();
    }
}
