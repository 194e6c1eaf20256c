package org.tumen.stack.bench;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tumen.model.Hops;
import org.tumen.model.article.Article;
import org.tumen.model.article.ArticleId;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Contribution;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Evidence.Part;
import org.tumen.model.assessment.Finding;
import org.tumen.model.assessment.Polarity;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.assessment.Status;
import org.tumen.model.assessment.Tier;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.Source;
import org.tumen.model.feed.SourceKind;

/** Assessments that are made up: by its signal and its words each is a story of its own, and raises an alert. */
final class MadeUpNews {

    private static final Pattern NUMBER = Pattern.compile("\\bItem (\\d+) of the trial\\b");
    private static final String QUOTE = "did not come to the hall";
    private static final int WORDS = 60;

    private MadeUpNews() {}

    static ArticleAssessed number(int number, Instant now) {
        var random = new Random(number);
        var words = random.ints(WORDS, 0, 1 << 30)
                .mapToObj(word -> Integer.toString(word, 36))
                .collect(Collectors.joining(" "));
        var url = URI.create("https://news.example.org/" + number);
        var source = new Source(new FeedId("trial"), "Trial Wire", "trial", SourceKind.AGENCY, "KR");
        var article = new Article(
                ArticleId.of(url),
                1,
                source,
                url,
                "Item " + number + " of the trial",
                "The envoy " + QUOTE + ". " + words + ".",
                null,
                "en");
        var start = article.text().indexOf(QUOTE);
        var finding = new Finding(
                new SignalId("trial-" + number),
                Tier.EPISODIC,
                new Dyad(new ActorId("PRC"), new ActorId("DPRK")),
                null,
                Polarity.APART,
                Status.REPORTED,
                null,
                0.75,
                List.of(Evidence.quoting(article, Part.TEXT, start, start + QUOTE.length())),
                List.of(new Contribution("signal", 0.75)));
        var hops = Hops.discovered(now, now).fetched(now).assessed(now);
        return new ArticleAssessed(article, List.of(finding), List.of(), "trial", "trial", hops);
    }

    /** Which one a text is about; empty when it is about none. */
    static OptionalInt numberIn(String text) {
        var found = NUMBER.matcher(text);
        return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
    }
}
