package org.tumen.alert.digest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.present.AlertView;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.alert.ClaimState;
import org.tumen.model.alert.News;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.alert.Surprise.Verdict;
import org.tumen.model.assessment.Finding;
import tools.jackson.databind.json.JsonMapper;

/**
 * A digest as JSON. It is short of each story, so that a payload stays under 20 kB (Standard Webhooks 1.0.0, "Payload
 * size"): all of an alert is at /api/v1/alerts. Stories that do not fit are left out from the end, and counted.
 */
final class DigestBody {

    /** What is not known is left out, as it is in alerts. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private DigestBody() {}

    private record Body(String type, Instant timestamp, Data data) {}

    /**
     * What was gathered.
     *
     * @param omitted how many stories did not fit
     */
    private record Data(SubscriptionId subscription, boolean periodic, List<StoryEntry> stories, int omitted) {}

    private record StoryEntry(
            List<String> alerts,
            @Nullable String story,
            String title,
            String language,
            String url,
            String publisher,
            List<FindingEntry> findings,
            @Nullable Integer origins,
            @Nullable Integer reprints,
            @Nullable ClaimState claim,
            List<News> news) {}

    /**
     * A finding.
     *
     * @param surprise how unusual it is; null where that was not looked at
     */
    private record FindingEntry(
            String signal,
            String giver,
            String receiver,
            String status,
            double score,
            @Nullable Verdict surprise) {}

    static String of(Digest digest, int mostBytes) {
        var all = digest.entries().stream().map(DigestBody::entry).toList();
        for (var fit = all.size(); ; fit--) {
            var data = new Data(digest.subscription(), digest.periodic(), all.subList(0, fit), all.size() - fit);
            var body = JSON.writeValueAsString(new Body("digest.sent", digest.at(), data));
            if (fit == 0 || body.getBytes(UTF_8).length < mostBytes) {
                return body;
            }
        }
    }

    private static StoryEntry entry(Digest.Entry entry) {
        var shown = entry.shown();
        var view = AlertView.of(shown, shown.event().hops());
        var story = shown.event().story();
        return new StoryEntry(
                entry.alerts().stream().map(alert -> alert.id().value()).toList(),
                story == null ? null : story.id().value(),
                view.title(),
                view.language(),
                view.address(),
                view.publisher(),
                findings(shown.event()),
                story == null ? null : story.origins(),
                story == null ? null : story.reprints(),
                story == null ? null : story.claim(),
                news(entry));
    }

    private static List<FindingEntry> findings(AlertRaised event) {
        var surprises = event.surprises();
        return IntStream.range(0, event.findings().size())
                .mapToObj(place -> finding(
                        event.findings().get(place),
                        surprises == null ? null : surprises.get(place).verdict()))
                .toList();
    }

    private static FindingEntry finding(Finding finding, @Nullable Verdict surprise) {
        return new FindingEntry(
                finding.signal().value(),
                finding.dyad().giver().value(),
                finding.dyad().receiver().value(),
                word(finding.status()),
                finding.score(),
                surprise);
    }

    /** All that was new while they were gathered, each once. */
    private static List<News> news(Digest.Entry entry) {
        var news = new ArrayList<News>();
        for (var alert : entry.alerts()) {
            var story = alert.event().story();
            if (story != null) {
                news.addAll(story.news());
            }
        }
        return news.stream().distinct().sorted().toList();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
