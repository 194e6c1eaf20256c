package org.tumen.alert.silence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tumen.alert.access.Caller;
import org.tumen.alert.access.Change;
import org.tumen.alert.moment.Moment;
import org.tumen.alert.silence.SilenceRequest.Refused;
import org.tumen.model.alert.StoryId;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.feed.FeedId;

/** {@code /silences}: what is kept quiet, by whom and until when; making one, and ending it. */
@Controller
class SilencesPage {

    private static final int MOST = 100;
    private static final int MOST_ITEMS = 20;
    private static final int BY_DEFAULT = 8;

    private final SilenceStore store;
    private final Silences silences;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SilencesPage(SilenceStore store, Silences silences, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.silences = silences;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What the form sends; several values of a kind are separated by spaces or commas.
     *
     * @param hours from now on
     * @param deliver whether what it kept is sent at its end
     */
    record Form(
            @Nullable String signals,
            @Nullable String dyads,
            @Nullable String subscriptions,
            @Nullable String stories,
            @Nullable String feeds,
            @Nullable String families,
            @Nullable String languages,
            @Nullable String title,
            @Nullable Integer hours,
            @Nullable String comment,
            @Nullable Boolean deliver) {

        /** What is chosen unless something else is. */
        public int hoursOrDefault() {
            return hours == null ? BY_DEFAULT : hours;
        }
    }

    /** A silence as a row. */
    record Row(
            String id,
            boolean active,
            String matchers,
            String author,
            String comment,
            Moment starts,
            Moment ends,
            String end,
            boolean deliver,
            List<Covered> items) {}

    /** An alert that it covers. */
    record Covered(@Nullable String story, String title, String subscription, Moment at, boolean delivered) {}

    @GetMapping("/silences")
    String silences(@ModelAttribute Form form, Model model) {
        return page(form, null, model);
    }

    @PostMapping("/silences")
    String make(
            @AuthenticationPrincipal Caller caller,
            @ModelAttribute Form form,
            Change trail,
            ServerHttpResponse response,
            Model model) {
        try {
            var silence = request(form, caller).check(clock.instant());
            store.add(silence);
            trail.from(null, silence.inWords());
            return "redirect:/silences";
        } catch (Refused | IllegalArgumentException problem) {
            response.setStatusCode(HttpStatus.BAD_REQUEST);
            return page(form, String.valueOf(problem.getMessage()), model);
        }
    }

    @PostMapping("/silences/{id}/end")
    String end(@AuthenticationPrincipal Caller caller, @PathVariable String id, Change trail) {
        var silence =
                store.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no silence " + id));
        trail.from(silence.inWords(), "ended");
        transaction.executeWithoutResult(_ -> silences.end(id, clock.instant(), "ended by " + caller.name()));
        return "redirect:/silences";
    }

    private String page(Form form, @Nullable String fault, Model model) {
        var now = clock.instant();
        var rows =
                store.last("", MOST).stream().map(silence -> row(silence, now)).toList();
        model.addAttribute("active", rows.stream().filter(Row::active).toList());
        model.addAttribute("over", rows.stream().filter(row -> !row.active()).toList());
        model.addAttribute("form", form);
        model.addAttribute("fault", fault);
        return "silences";
    }

    private Row row(Silence silence, Instant now) {
        var active = silence.isActive(now);
        return new Row(
                silence.id(),
                active,
                silence.matchers().inWords(),
                silence.author(),
                silence.comment(),
                Moment.of(silence.startsAt(), now),
                Moment.of(silence.end(), now),
                Objects.requireNonNullElse(
                        silence.endedWhy(),
                        silence.resolvedAfterHours() == null
                                ? "at its time"
                                : "when its story has had no news for " + silence.resolvedAfterHours() + " h"),
                silence.deliverAfter(),
                active
                        ? store.items(silence.id(), MOST_ITEMS).stream()
                                .map(item -> new Covered(
                                        item.story() == null
                                                ? item.alert()
                                                : item.story().value(),
                                        item.title(),
                                        item.subscription(),
                                        Moment.of(item.raisedAt(), now),
                                        item.delivered()))
                                .toList()
                        : List.of());
    }

    private SilenceRequest request(Form form, Caller caller) {
        var matchers = new Matchers(
                set(form.signals(), SignalId::new),
                set(form.dyads() == null ? null : form.dyads().toUpperCase(Locale.ROOT), Function.identity()),
                set(form.stories(), StoryId::new),
                set(form.subscriptions(), SubscriptionId::new),
                set(form.families(), Function.identity()),
                set(form.feeds(), FeedId::new),
                set(form.languages(), Function.identity()),
                form.title() == null || form.title().isBlank() ? null : form.title());
        return new SilenceRequest(
                matchers,
                null,
                clock.instant().plus(Duration.ofHours(form.hoursOrDefault())),
                null,
                caller.name(),
                Objects.requireNonNullElse(form.comment(), ""),
                form.deliver());
    }

    private static <T> @Nullable Set<T> set(@Nullable String words, Function<String, T> value) {
        var set = words == null
                ? Set.<T>of()
                : Arrays.stream(words.split("[\\s,]+", -1))
                        .filter(word -> !word.isEmpty())
                        .map(value)
                        .collect(Collectors.toSet());
        return set.isEmpty() ? null : set;
    }
}
