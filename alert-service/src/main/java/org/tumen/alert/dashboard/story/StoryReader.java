package org.tumen.alert.dashboard.story;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tumen.alert.dashboard.story.StoryQuery.Member;
import org.tumen.alert.dashboard.story.StoryView.ArticleLine;
import org.tumen.alert.dashboard.story.StoryView.Bar;
import org.tumen.alert.dashboard.story.StoryView.Difference;
import org.tumen.alert.dashboard.story.StoryView.Dot;
import org.tumen.alert.dashboard.story.StoryView.Judged;
import org.tumen.alert.dashboard.story.StoryView.Revision;
import org.tumen.alert.dashboard.story.StoryView.Step;
import org.tumen.alert.delivery.Deliveries;
import org.tumen.alert.moment.Moment;
import org.tumen.alert.present.AlertView;
import org.tumen.alert.present.DisplayText;
import org.tumen.alert.raise.Alert;
import org.tumen.alert.raise.Alerts;
import org.tumen.alert.raise.Alerts.Placed;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.StoryId;
import org.tumen.model.article.ArticleId;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Contribution;

/** Gathers what there is of a story. */
@Service
class StoryReader {

    private static final int MOST_ARTICLES = 60;
    private static final int MOST_ALERTS = 60;
    private static final int LONGEST = 300;
    private static final int LONGEST_PASSAGE = 1_500;

    private final Alerts alerts;
    private final StoryQuery query;
    private final Deliveries deliveries;
    private final Choices choices;
    private final Clock clock;

    StoryReader(Alerts alerts, StoryQuery query, Deliveries deliveries, Choices choices, Clock clock) {
        this.alerts = alerts;
        this.query = query;
        this.deliveries = deliveries;
        this.choices = choices;
        this.clock = clock;
    }

    /**
     * A story.
     *
     * @param id of the story; of an alert that is on none
     */
    Optional<StoryView> find(String id) {
        var told = told(id);
        return told.isEmpty() ? Optional.empty() : Optional.of(view(id, told));
    }

    /** The text of one of a story's articles, as far as it is kept. */
    Optional<ArticleText> text(String story, ArticleId article) {
        return query.has(story, article)
                ? query.assessed(article)
                        .map(assessed -> ArticleText.of(assessed, List.of()))
                        .or(() -> alerts.lastOn(article).map(ArticleText::of))
                : Optional.empty();
    }

    /** Newest first. */
    private List<Alert> told(String id) {
        if (id.matches("story-[0-9a-f]{32}")) {
            return alerts.ofStories(List.of(new StoryId(id)), MOST_ALERTS).stream()
                    .map(Placed::alert)
                    .toList();
        }
        return id.matches("alert-[0-9a-f]{32}")
                ? alerts.find(new AlertId(id)).map(Placed::alert).stream().toList()
                : List.of();
    }

    private StoryView view(String id, List<Alert> told) {
        var now = clock.instant();
        var last = told.getFirst();
        var members = query.members(id, MOST_ARTICLES + 1);
        var listed = members.stream().limit(MOST_ARTICLES).toList();
        return new StoryView(
                id,
                alertView(last),
                Moment.of(raised(last), now),
                judged(last),
                text(last),
                lines(listed, now),
                members.size() > MOST_ARTICLES,
                strip(listed, now),
                told.reversed().stream().map(alert -> step(alert, now)).toList(),
                revisions(listed, now),
                told.stream()
                        .flatMap(alert -> AlertView.of(alert, alert.event().hops()).routes().stream())
                        .distinct()
                        .toList());
    }

    private AlertView alertView(Alert alert) {
        var hops = alert.event().hops();
        var accepted = deliveries.firstAccepted(List.of(alert.id())).get(alert.id());
        return AlertView.of(alert, accepted == null ? hops : hops.delivered(accepted));
    }

    /** What is kept of the very revision; else what the alert has. */
    private @Nullable ArticleText text(Alert alert) {
        var event = alert.event();
        if (event.absence() != null) {
            return null;
        }
        return query.assessed(event.article().id())
                .filter(assessed ->
                        assessed.article().revision() == event.article().revision())
                .map(assessed -> ArticleText.of(assessed, ArticleText.words(alert)))
                .orElseGet(() -> ArticleText.of(alert));
    }

    private List<Judged> judged(Alert alert) {
        var findings = alert.event().findings();
        var views = AlertView.of(alert, alert.event().hops()).findings();
        var judged = new ArrayList<Judged>();
        for (var place = 0; place < findings.size(); place++) {
            judged.add(new Judged(
                    place + 1,
                    views.get(place),
                    bars(findings.get(place).contributions()),
                    choices.of(alert.id(), place)));
        }
        return judged;
    }

    static List<Bar> bars(List<Contribution> contributions) {
        var bars = new ArrayList<Bar>();
        var sum = 0.0;
        for (var part : contributions) {
            var next = sum + part.value();
            bars.add(new Bar(
                    DisplayText.line(part.name(), LONGEST),
                    (part.value() < 0 ? "−" : "+") + String.format(Locale.ROOT, "%.2f", Math.abs(part.value())),
                    Math.max(0, Math.min(sum, next)) * 100,
                    Math.abs(part.value()) * 100,
                    part.value() < 0));
            sum = next;
        }
        return bars;
    }

    private static List<ArticleLine> lines(List<Member> members, Instant now) {
        var publishers = members.stream()
                .collect(Collectors.toMap(Member::id, member -> line(member.publisher()), (one, _) -> one));
        return members.stream()
                .map(member -> new ArticleLine(
                        member.id().value(),
                        Moment.of(member.at(), now),
                        line(member.publisher()),
                        member.kind() == null
                                ? "unknown"
                                : member.kind().toLowerCase(Locale.ROOT).replace('_', ' '),
                        member.language(),
                        line(member.title()),
                        Web.linkTo(member.url()),
                        member.revision(),
                        role(member),
                        says(member, publishers)))
                .toList();
    }

    private static String role(Member member) {
        if (member.withdrawn()) {
            return "withdrawn";
        }
        return member.isReprint() ? "reprint" : "origin";
    }

    private static String says(Member member, Map<ArticleId, String> publishers) {
        return switch (role(member)) {
            case "withdrawn" -> "taken back";
            case "reprint" -> "repeats " + publishers.getOrDefault(member.copyOf(), "an earlier text");
            default -> "in its own words";
        };
    }

    private static List<Dot> strip(List<Member> members, Instant now) {
        if (members.size() < 2) {
            return List.of();
        }
        var first = members.getFirst().at();
        var whole = Math.max(1, Duration.between(first, members.getLast().at()).toMillis());
        return members.stream()
                .map(member -> new Dot(
                        member.id().value(),
                        100.0 * Duration.between(first, member.at()).toMillis() / whole,
                        role(member),
                        line(member.publisher()) + ", "
                                + Moment.of(member.at(), now).full()))
                .toList();
    }

    private static Step step(Alert alert, Instant now) {
        var view = AlertView.of(alert, alert.event().hops());
        var story = view.story();
        return new Step(
                Moment.of(raised(alert), now),
                view.publisher(),
                story == null || story.news().isEmpty() ? "Told for the first time." : story.news(),
                story == null ? "" : story.claim(),
                story == null ? "" : story.state(),
                view.title(),
                view.language());
    }

    private List<Revision> revisions(List<Member> members, Instant now) {
        var revised = members.stream()
                .filter(member -> member.revision() > 1)
                .map(Member::id)
                .toList();
        return revised.isEmpty()
                ? List.of()
                : query.revisions(revised).stream()
                        .filter(assessed -> assessed.article().change() != null)
                        .map(assessed -> revision(assessed, now))
                        .toList();
    }

    private static Revision revision(ArticleAssessed assessed, Instant now) {
        var article = assessed.article();
        var change = Objects.requireNonNull(article.change());
        var before = change.titleBefore();
        return new Revision(
                Moment.of(
                        Objects.requireNonNullElse(
                                assessed.hops().assessed(), assessed.hops().discovered()),
                        now),
                line(article.source().publisher()),
                article.revision(),
                change.kind().name().toLowerCase(Locale.ROOT),
                assessed.languageRead(),
                before == null ? null : line(before),
                line(article.title()),
                change.passages().stream()
                        .map(passage -> new Difference(
                                DisplayText.line(passage.removed(), LONGEST_PASSAGE),
                                DisplayText.line(passage.added(), LONGEST_PASSAGE)))
                        .toList(),
                change.complete());
    }

    private static Instant raised(Alert alert) {
        return Objects.requireNonNull(alert.event().hops().alerted());
    }

    private static String line(@Nullable String text) {
        return text == null ? "not kept" : DisplayText.line(text, LONGEST);
    }
}
