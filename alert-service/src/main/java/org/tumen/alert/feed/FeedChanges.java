package org.tumen.alert.feed;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.alert.access.Caller;
import org.tumen.alert.access.Change;
import org.tumen.alert.feed.FeedSettings.Setting;
import org.tumen.alert.page.Precondition;
import org.tumen.alert.problem.Problem;
import org.tumen.model.feed.FeedDefinition;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.FeedSettingsChanged;
import org.tumen.seeds.InvalidSeedException;
import org.tumen.seeds.SeedFile;

/**
 * Changes what is wanted of feeds, for the page and for programs. A feed of which the crawler tells and that was not added
 * here stands in a file of the crawler: it can be paused, and is changed there.
 */
@Service
class FeedChanges {

    /** Stands for a file in messages. */
    private static final Path REQUEST = Path.of("feed");

    private static final Pattern FAULT = Pattern.compile("(?:(\\w+): )?(.*) \\(expected: (.*)\\)", Pattern.DOTALL);

    private final FeedSettings settings;
    private final FeedStates states;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FeedChanges(FeedSettings settings, FeedStates states, TransactionTemplate transaction, Clock clock) {
        this.settings = settings;
        this.states = states;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Adds a feed, or changes one that was added.
     *
     * @param json with the fields of an entry of a feed file, but for its id
     * @return whether it is a new one
     * @throws Problem 400 with the field at fault; 409 when the feed stands in a file; 412 when it is not as it must be
     */
    boolean put(String id, String json, Precondition condition, Caller caller, Change trail) {
        var feed = checkedId(id);
        var definition = definition(json);
        var setting = settings.find(feed);
        var before = setting.event();
        if (states.isKnown(feed) && !settings.wasAdded(feed)) {
            throw Problem.conflict(
                    id + " stands in a file of the crawler, which wins (expected: another id, or the change"
                            + " to be made there)");
        }
        settings.all().values().stream()
                .filter(other -> !other.feed().equals(feed) && isAt(other, definition.url()))
                .findFirst()
                .ifPresent(other -> {
                    throw Problem.field("url", definition.url(), "another one, this is added as " + other.feed());
                });
        var after = event(feed, definition, before != null && before.paused(), caller);
        set(feed, setting, after, condition, trail);
        return !isAdded(before);
    }

    /**
     * Takes back a feed that was added. Its articles stay.
     *
     * @throws Problem 404 for one that is not known; 409 when it stands in a file; 412 when it is not as it must be
     */
    void remove(String id, Precondition condition, Change trail) {
        var feed = knownId(id);
        var setting = settings.find(feed);
        if (!isAdded(setting.event())) {
            throw states.isKnown(feed) && !settings.wasAdded(feed)
                    ? Problem.conflict(
                            id + " stands in a file of the crawler (expected: to be removed there, or paused)")
                    : unknown(id);
        }
        transaction.executeWithoutResult(_ -> {
            set(feed, setting, null, condition, trail);
            states.forget(feed);
        });
    }

    /**
     * Pauses a feed, or has it polled again. One that is as it is to be stays so.
     *
     * @throws Problem 404 for one that is not known; 412 when it is not as it must be
     */
    void pause(String id, boolean paused, Precondition condition, Caller caller, Change trail) {
        var feed = knownId(id);
        var setting = settings.find(feed);
        var before = setting.event();
        if (before == null && !states.isKnown(feed)) {
            throw unknown(id);
        }
        check(feed, setting, condition);
        if (paused == (before != null && before.paused())) {
            return;
        }
        var definition = before == null ? null : before.definition();
        var after = definition == null && !paused ? null : event(feed, definition, paused, caller);
        set(feed, setting, after, condition, trail);
    }

    /** Where the request says what the feed must be like, nobody may change it between the look and the change either. */
    private void set(
            FeedId feed, Setting before, @Nullable FeedSettingsChanged after, Precondition condition, Change trail) {
        check(feed, before, condition);
        if (!settings.set(feed, after, condition.namesNoState() ? null : before.change())) {
            throw changedMeanwhile(feed, settings.find(feed));
        }
        trail.from(words(before.event()), words(after));
    }

    private void check(FeedId feed, Setting setting, Precondition condition) {
        var isThere = setting.event() != null || states.isKnown(feed);
        if (!condition.holds(isThere ? Optional.of(setting.change()) : Optional.empty())) {
            throw isThere
                    ? changedMeanwhile(feed, setting)
                    : Problem.changedMeanwhile("nothing is known of a feed " + feed);
        }
    }

    private static Problem changedMeanwhile(FeedId feed, Setting now) {
        return Problem.changedMeanwhile(feed + " has been changed " + now.change() + " times now (expected: an If-Match"
                + " with an ETag of that change, as GET gives it)");
    }

    private FeedSettingsChanged event(FeedId feed, @Nullable FeedDefinition definition, boolean paused, Caller caller) {
        return new FeedSettingsChanged(
                feed, definition, paused, caller.name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /**
     * The number of the last change of what is wanted of a feed, 0 when there was none.
     *
     * @throws Problem 404 when it can be no feed
     */
    long last(String id) {
        return settings.find(knownId(id)).change();
    }

    private static boolean isAt(FeedSettingsChanged wanted, URI address) {
        return wanted.definition() != null && wanted.definition().url().equals(address);
    }

    private static boolean isAdded(@Nullable FeedSettingsChanged wanted) {
        return wanted != null && wanted.definition() != null;
    }

    private static @Nullable String words(@Nullable FeedSettingsChanged wanted) {
        return wanted == null ? null : SeedFile.json(wanted);
    }

    private static FeedDefinition definition(String json) {
        try {
            return SeedFile.ofJson(REQUEST, json, FeedDefinition.class).content();
        } catch (InvalidSeedException e) {
            throw refused(e.field(), e.problem());
        }
    }

    private static FeedId checkedId(String id) {
        try {
            return new FeedId(id);
        } catch (IllegalArgumentException e) {
            throw refused("id", String.valueOf(e.getMessage()).replaceFirst("^feedId: ", ""));
        }
    }

    private static FeedId knownId(String id) {
        try {
            return new FeedId(id);
        } catch (IllegalArgumentException _) {
            throw unknown(id);
        }
    }

    /** What a value says of itself names its field. */
    private static Problem refused(String field, String problem) {
        var fault = FAULT.matcher(problem);
        if (!fault.matches()) {
            return Problem.of(HttpStatus.BAD_REQUEST, (field.isEmpty() ? "" : field + ": ") + problem);
        }
        var named = field.isEmpty() && fault.group(1) != null ? fault.group(1) : field;
        return Problem.field(named, fault.group(2), fault.group(3));
    }

    private static Problem unknown(String id) {
        return Problem.missing("nothing is known of a feed " + id);
    }
}
