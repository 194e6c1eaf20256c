package org.tumen.alert.silence;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.alert.StoryId;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.assessment.Finding;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.feed.FeedId;

/**
 * Which alerts a silence covers: those that fit every matcher that is there. A matcher fits when one of its values does.
 *
 * @param signals ids of the catalogue
 * @param dyads pairs in either order, {@code DPRK-RUS}
 * @param families of outlets
 * @param languages BCP 47 primary languages
 * @param title words that are in the title, whatever their case
 */
record Matchers(
        @Nullable Set<SignalId> signals,
        @Nullable Set<String> dyads,
        @Nullable Set<StoryId> stories,
        @Nullable Set<SubscriptionId> subscriptions,
        @Nullable Set<String> families,
        @Nullable Set<FeedId> feeds,
        @Nullable Set<String> languages,
        @Nullable String title) {

    Matchers {
        signals = copy(signals);
        dyads = copy(dyads);
        stories = copy(stories);
        subscriptions = copy(subscriptions);
        families = copy(families);
        feeds = copy(feeds);
        languages = copy(languages);
    }

    static Matchers ofStory(StoryId story) {
        return new Matchers(null, null, Set.of(story), null, null, null, null, null);
    }

    boolean isEmpty() {
        return title == null
                && List.<Set<?>>of(
                                all(signals),
                                all(dyads),
                                all(stories),
                                all(subscriptions),
                                all(families),
                                all(feeds),
                                all(languages))
                        .stream()
                        .allMatch(Set::isEmpty);
    }

    /**
     * Whether they fit an alert as one subscription is shown it. Of its findings all must fit: one that does not is news
     * that nobody silenced, and so is one of words alone when signals or dyads are.
     */
    boolean fit(AlertRaised shown, SubscriptionId subscription) {
        var article = shown.article();
        var source = article.source();
        var story = shown.story();
        return fits(subscriptions, subscription)
                && (all(stories).isEmpty() || (story != null && stories != null && stories.contains(story.id())))
                && fits(families, source.family())
                && fits(feeds, source.feed())
                && fits(languages, article.language())
                && (title == null || lower(article.title()).contains(lower(title)))
                && (asksNothingOfFindings() || !shown.findings().isEmpty())
                && shown.findings().stream().allMatch(this::fit);
    }

    /** {@code signals: treaty-move; dyads: DPRK-RUS}. */
    String inWords() {
        return Stream.of(
                        part("signals", signals),
                        part("dyads", dyads),
                        part("subscriptions", subscriptions),
                        part("stories", stories),
                        part("feeds", feeds),
                        part("families", families),
                        part("languages", languages),
                        title == null ? "" : "title has “" + title + "”")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String part(String name, @Nullable Set<?> values) {
        return values == null || values.isEmpty()
                ? ""
                : name + ": " + values.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private boolean asksNothingOfFindings() {
        return all(signals).isEmpty() && all(dyads).isEmpty();
    }

    private boolean fit(Finding finding) {
        return fits(signals, finding.signal()) && fits(dyads, finding.dyad().pair());
    }

    private static <T> boolean fits(@Nullable Set<T> wanted, T value) {
        return wanted == null || wanted.isEmpty() || wanted.contains(value);
    }

    private static <T> @Nullable Set<T> copy(@Nullable Set<T> values) {
        return values == null ? null : Set.copyOf(values);
    }

    private static <T> Set<T> all(@Nullable Set<T> values) {
        return requireNonNullElse(values, Set.of());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
