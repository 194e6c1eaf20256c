package org.tumen.alert.expectation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.tumen.alert.calendar.Occasions;
import org.tumen.alert.expectation.Expectation.Watch;
import org.tumen.alert.expectation.ExpectationStore.Settled;
import org.tumen.alert.expectation.Facts.Earlier;
import org.tumen.model.alert.Absence;
import org.tumen.model.alert.ArticleReference;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.SignalId;

/** Every expectation there is, and what came of it each year. */
@Service
@EnableConfigurationProperties(ExpectationProperties.class)
public class Expectations {

    private static final Logger log = LoggerFactory.getLogger(Expectations.class);

    /** What is told later than this after the deadline is another greeting. */
    private static final Duration LATE = Duration.ofDays(3);

    /** How long an article that appeared in time may take to be found. */
    private static final Duration FOUND_AFTER = Duration.ofDays(30);

    private static final int EARLIER_YEARS = 5;

    private final List<Expectation> all;
    private final ExpectationStore store;

    Expectations(ExpectationProperties properties, Occasions occasions, ExpectationStore store) {
        this.all = ExpectationCheck.load(properties.expected(), occasions);
        this.store = store;
    }

    /**
     * What subscribers are still to be told: that something was not seen, or was seen after all.
     *
     * @param assessed Tumen's own account; without a finding when it was seen after all
     */
    public record Notice(ArticleAssessed assessed, Absence absence) {}

    /**
     * That somebody does something on a day, by a time.
     *
     * @param what in words
     * @param dyad who towards whom
     * @param signals of which any one is it
     */
    public record Coming(LocalDate day, Instant deadline, String what, Dyad dyad, List<SignalId> signals) {}

    /**
     * What came of an expectation.
     *
     * @param outcome {@code seen}, {@code missed}, {@code unknown} or {@code seen-late}
     */
    public record Past(LocalDate day, String what, String outcome, String why) {}

    /** What is expected of the days from one to the other, both included, in their order. */
    public List<Coming> between(LocalDate from, LocalDate to) {
        return all.stream()
                .flatMap(expectation -> IntStream.rangeClosed(from.getYear(), to.getYear())
                        .filter(year -> year >= expectation.occasion().since())
                        .mapToObj(expectation::in)
                        .map(watch -> new Coming(
                                watch.day(),
                                watch.deadline(),
                                expectation.what(),
                                expectation.dyad(),
                                expectation.signals())))
                .filter(coming -> !coming.day().isBefore(from) && !coming.day().isAfter(to))
                .sorted(Comparator.comparing(Coming::day))
                .toList();
    }

    /** What came of the last ones, newest first. */
    public List<Past> settled(int limit) {
        var words = all.stream().collect(Collectors.toMap(Expectation::id, Expectation::what));
        return store.last(limit).stream()
                .map(past ->
                        new Past(past.day(), words.getOrDefault(past.what(), past.what()), past.outcome(), past.why()))
                .toList();
    }

    /** Looks at every expectation whose time may be over, and keeps what came of it. */
    public void lookAt(Instant now) {
        for (var expectation : all) {
            watches(expectation, now).forEach(watch -> lookAt(expectation, watch, now));
        }
    }

    /** In the order of their days; each again and again until it was told. */
    public List<Notice> untold(Instant now) {
        var byId = all.stream().collect(Collectors.toMap(Expectation::id, Function.identity()));
        return store.untold().stream()
                .flatMap(settled -> Optional.ofNullable(byId.get(settled.expectation()))
                        .map(expectation -> notice(expectation, settled, now))
                        .stream())
                .toList();
    }

    public void told(Notice notice) {
        var absence = notice.absence();
        store.told(absence.expectation(), absence.day(), absence.seen() == null ? "missed" : "seen-late");
    }

    private static Notice notice(Expectation expectation, Settled settled, Instant now) {
        var absence = Objects.requireNonNull(settled.absence());
        return new Notice(
                absence.seen() == null
                        ? AbsenceArticle.missed(expectation, absence, Objects.requireNonNull(settled.earlier()), now)
                        : AbsenceArticle.seenLate(expectation, absence, now),
                absence);
    }

    /** Those of the year and of the one before, as a watch may end in the next, that are over and not long ago. */
    private static Stream<Watch> watches(Expectation expectation, Instant now) {
        var year = now.atOffset(ZoneOffset.UTC).getYear();
        return IntStream.rangeClosed(year - 1, year + 1)
                .filter(one -> one >= expectation.occasion().since())
                .mapToObj(expectation::in)
                .filter(watch -> !now.isBefore(watch.deadline())
                        && now.isBefore(watch.deadline().plus(FOUND_AFTER)));
    }

    private void lookAt(Expectation expectation, Watch watch, Instant now) {
        var settled = store.settled(expectation, watch.day());
        if (settled.isEmpty()) {
            if (now.isBefore(watch.deadline().plus(Judging.PATIENCE.multipliedBy(2)))) {
                judge(expectation, watch, now);
            }
        } else if (settled.get().outcome().equals("missed")) {
            seen(expectation, watch).ifPresent(article -> takeBack(settled.get(), article, now));
        }
    }

    private void judge(Expectation expectation, Watch watch, Instant now) {
        var facts = new Facts(
                seen(expectation, watch).orElse(null),
                expectation.feeds().stream()
                        .map(feed -> store.feed(feed, watch.from(), now))
                        .toList(),
                earlier(expectation, watch));
        switch (Judging.decide(expectation, watch, facts, now)) {
            case Outcome.NotYet _ -> {
                // It is looked at again.
            }
            case Outcome.Seen(var article) ->
                keep(
                        new Settled(expectation.id(), watch.day(), "seen", null, null),
                        article.url().toString(),
                        now);
            case Outcome.Unknown(var why) ->
                keep(new Settled(expectation.id(), watch.day(), "unknown", null, null), why, now);
            case Outcome.Missed(var until, var witnesses) ->
                keep(
                        new Settled(
                                expectation.id(),
                                watch.day(),
                                "missed",
                                new Absence(
                                        expectation.id(),
                                        expectation.occasion().name(),
                                        watch.day(),
                                        expectation.signals().getFirst(),
                                        expectation.dyad(),
                                        watch.from(),
                                        until,
                                        witnesses,
                                        null),
                                facts.earlier()),
                        facts.earlier().toString(),
                        now);
        }
    }

    private void keep(Settled settled, String why, Instant now) {
        if (store.settle(settled, why, now)) {
            log.atInfo()
                    .addKeyValue("expectation", settled.expectation())
                    .addKeyValue("day", settled.day())
                    .addKeyValue("outcome", settled.outcome())
                    .addKeyValue("why", why)
                    .log("What was expected is settled");
        }
    }

    private void takeBack(Settled missed, ArticleReference seen, Instant now) {
        var absence = Objects.requireNonNull(missed.absence());
        store.seenLate(
                missed,
                new Absence(
                        absence.expectation(),
                        absence.occasion(),
                        absence.day(),
                        absence.expected(),
                        absence.dyad(),
                        absence.from(),
                        absence.until(),
                        absence.witnesses(),
                        seen),
                now);
    }

    private Optional<ArticleReference> seen(Expectation expectation, Watch watch) {
        return store.seen(expectation, watch.from(), watch.deadline().plus(LATE));
    }

    private Earlier earlier(Expectation expectation, Watch watch) {
        var years = IntStream.rangeClosed(1, EARLIER_YEARS)
                .map(back -> watch.day().getYear() - back)
                .filter(year -> year >= expectation.occasion().since())
                .mapToObj(expectation::in)
                .filter(before -> store.hasNews(expectation, before.from(), before.deadline()))
                .toList();
        var seen = years.stream()
                .filter(before -> seen(expectation, before).isPresent())
                .count();
        return new Earlier(years.size(), Math.toIntExact(seen));
    }
}
