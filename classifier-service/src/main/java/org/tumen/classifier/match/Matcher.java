package org.tumen.classifier.match;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.actor.Actor;
import org.tumen.classifier.language.FoldedArticle;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.model.FeatureSink;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.classifier.signal.Signal;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Polarity;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.assessment.Status;
import org.tumen.model.assessment.Tier;

/** Finds every place where a text tells a signal of the catalogue. Safe for use by many threads. */
public final class Matcher {

    /** A sentence that repeats itself tells nothing new. */
    private static final int MAX_TRIES = 4;

    /** How many words may stand between two who act together: "Russia, China and North Korea". */
    private static final int SIDE_BY_SIDE = 2;

    private final Catalogue catalogue;
    private final List<FrameOfSignal> frames;
    private final Learned learned;
    private final Corrections corrections;
    private final Map<Language, Lexicon> lexicons = new EnumMap<>(Language.class);
    private final Map<Language, Roles> roles = new EnumMap<>(Language.class);

    /** With the model's word on what the catalogue's frames tell. */
    public Matcher(Catalogue catalogue, SignalModel model) {
        this.catalogue = catalogue;
        this.frames = FrameOfSignal.in(catalogue);
        var switches = new Switches(frames, catalogue.cues());
        this.corrections = new Corrections(model, frames);
        for (var language : Language.values()) {
            lexicons.put(language, Lexicon.of(catalogue, frames, switches, language));
            roles.put(language, new Roles(catalogue.cues().roles(), language));
        }
        this.learned = new Learned(catalogue, frames, switches, model);
    }

    /**
     * Every place, title first.
     *
     * @param year of publication; 0 when nobody knows it
     */
    public List<Match> match(FoldedArticle article, int year, Outlet outlet) {
        var language = article.language();
        var units = units(article);
        var matches = new ArrayList<Match>();
        for (var unit : units.all()) {
            var mentions = units.mentionsFor(unit);
            if (mentions.isEmpty()) {
                continue;
            }
            // A word of sport or shows: a team's visit is no signal, noodles as aid are one.
            var noise = units.isNoise(unit);
            var here = FrameHits.in(unit);
            var told = matchFrames(units, unit, here, mentions, language, year);
            var weighed = learned.weigh(units, unit, mentions, here, told, of(roles, language), year);
            var place = new Place(units, unit, mentions, of(roles, language).marks(), outlet, year);
            var corrected = learned.isAskedAbout(units, unit, mentions)
                    ? corrections.of(place, weighed, sink -> learned.give(unit, told, sink))
                    : corrections.unasked(weighed, outlet);
            var heard = noise ? corrected.stream().filter(Match::isLikely).toList() : corrected;
            for (var match : heard) {
                if (!isEcho(match, matches) && !isContradicted(match, heard)) {
                    matches.add(match);
                }
            }
        }
        return matches;
    }

    /**
     * What the model alone reads into a sentence with a name of the title ("Russia's delegate sat in front.") is the weakest
     * reading that there is: no second act beside one that was told in known words, nor beside the same one of others.
     */
    private static boolean isEcho(Match match, List<Match> before) {
        return match.frame() == null
                && match.acrossSentences()
                && before.stream()
                        .anyMatch(other -> other.frame() != null
                                || (other.signal().equals(match.signal())
                                        && !other.dyad().equals(match.dyad())));
    }

    /** The opposite of what known words tell of the same two in the same place: the model took the words for it ("In 2024 Russia sent flour"). */
    private static boolean isContradicted(Match match, List<Match> here) {
        return match.frame() == null
                && match.polarity() != Polarity.EITHER
                && here.stream()
                        .anyMatch(other -> other.frame() != null
                                && !other.isFallback()
                                && other.polarity() != Polarity.EITHER
                                && other.polarity() != match.polarity()
                                && other.dyad().pair().equals(match.dyad().pair()));
    }

    /** What the learned model sees of the title and of each sentence of the lead: it is made of them. */
    public List<Map<String, Integer>> features(Language language, String title, String text, int year) {
        var units = units(new FoldedArticle(language, title, text));
        var features = new ArrayList<Map<String, Integer>>();
        for (var unit : units.all()) {
            var mentions = units.mentionsFor(unit);
            if (unit.sentence() < catalogue.scoring().leadSentences() && learned.isAskedAbout(units, unit, mentions)) {
                var counting = new FeatureSink.Counting();
                learned.give(unit, matchFrames(units, unit, FrameHits.in(unit), mentions, language, year), counting);
                features.add(counting.counts());
            }
        }
        return features;
    }

    /** All places of title and lead that could tell these signals: the models of pairs and statuses are made of them. */
    public List<CorrectionExample> examples(
            FoldedArticle article, int year, Outlet outlet, Predicate<SignalId> isTold) {
        var language = article.language();
        var units = units(article);
        var examples = new ArrayList<CorrectionExample>();
        for (var unit : units.all()) {
            var mentions = units.mentionsFor(unit);
            if (unit.sentence() >= catalogue.scoring().leadSentences()
                    || !learned.isAskedAbout(units, unit, mentions)) {
                continue;
            }
            var here = FrameHits.in(unit);
            var told = matchFrames(units, unit, here, mentions, language, year);
            var words = new FeatureSink.Counting();
            learned.give(unit, told, words);
            var place = new Place(units, unit, mentions, of(roles, language).marks(), outlet, year);
            for (var signal : catalogue.signals()) {
                if (isTold.test(signal.id())) {
                    told(place, here, told, signal, language)
                            .forEach(match -> examples.add(corrections.example(place, match, words.counts())));
                }
            }
        }
        return examples;
    }

    /** What frames tell of a signal, and where they tell nothing what would be read if the model were sure of it. */
    private List<Match> told(Place place, FrameHits here, List<Match> told, Signal signal, Language language) {
        var byFrames = told.stream()
                .filter(match -> match.signal().id().equals(signal.id()))
                .toList();
        if (!byFrames.isEmpty()) {
            return byFrames;
        }
        var assumed = learned.assumed(
                place.units(), place.unit(), place.mentions(), here, signal, of(roles, language), place.year());
        return assumed == null ? List.of() : List.of(assumed);
    }

    private Units units(FoldedArticle article) {
        return Units.of(
                of(lexicons, article.language()), article, catalogue.scoring().leadSentences());
    }

    /** Frames whose words stand in the text and that tell nothing there all the same, with the reason; title first. */
    public List<Miss> misses(FoldedArticle article) {
        return new Misses(frames, of(roles, article.language())).in(units(article));
    }

    private List<Match> matchFrames(
            Units units, Unit unit, FrameHits here, List<Mention> mentions, Language language, int year) {
        var matches = new ArrayList<Match>();
        for (var frame : here.triggered()) {
            if (here.isVetoed(frame) || units.isVetoedByTitle(frame)) {
                continue;
            }
            var told = here.triggersOf(frame);
            for (var i = 0; i < Math.min(MAX_TRIES, told.size()); i++) {
                var match = match(units, unit, here, mentions, told.get(i), frame, language, year);
                if (match != null) {
                    matches.add(match);
                }
            }
        }
        return matches;
    }

    private @Nullable Match match(
            Units units,
            Unit unit,
            FrameHits here,
            List<Mention> mentions,
            FrameHits.Told told,
            int index,
            Language language,
            int year) {
        var trigger = told.hit();
        var found = frames.get(index);
        if (!namesAll(unit, mentions, found.frame())) {
            return null;
        }
        var with =
                nearest(unit, here.companionsOf(index), trigger, found.frame().reach());
        if (found.frame().with() != null && with == null) {
            return null;
        }
        if (found.frame().and() != null && !here.hasAnd(index)) {
            return null;
        }
        var reading = of(roles, language)
                .read(unit, trigger, found.frame(), told.reversed(), mentions)
                .orElse(null);
        if (reading == null) {
            return null;
        }
        var across = reading.isAcross();
        var capitalOnly = reading.isByCapitalOnly(mentions);
        if (isFarFetched(found, mentions, reading, across, capitalOnly)) {
            return null;
        }
        var stance = Stance.of(unit, trigger, with, mentions, catalogue.cues(), year);
        var genre = found.frame().status() != null ? found.frame().status() : units.genre();
        return new Match(
                found.signal(),
                found.frame(),
                null,
                reading.dyad(),
                genre != null && stance.status() != Status.DENIED ? genre : stance.status(),
                stance.claimant(),
                stance.speaker(),
                units.placeOf(unit),
                across,
                capitalOnly,
                reading.evidence(units, unit));
    }

    /** Whether all who must be named are; those who act together stand side by side. */
    private static boolean namesAll(Unit unit, List<Mention> mentions, Signal.Frame frame) {
        var named = frame.mustBeNamed();
        if (named.isEmpty()) {
            return true;
        }
        var here = mentions.stream()
                .filter(mention -> mention.here() && mention.actor() != null && named.contains(mention.actor()))
                .toList();
        if (!frame.isJoint()) {
            return here.stream().map(Mention::actor).distinct().count() == named.size();
        }
        for (var from = 0; from < here.size(); from++) {
            var seen = new HashSet<ActorId>();
            for (var i = from; i < here.size(); i++) {
                if (i > from
                        && unit.wordsBetween(here.get(i - 1).end(), here.get(i).start()) > SIDE_BY_SIDE) {
                    break;
                }
                seen.add(Objects.requireNonNull(here.get(i).actor()));
            }
            if (seen.size() == named.size()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether too much is read into the sentence: a bare word, or talk that carries little weight, with an actor of the
     * sentence before; an act of another state (aid to Cuba, a pact of Myanmar signed in Moscow); a town with a far actor.
     */
    private static boolean isFarFetched(
            FrameOfSignal found, List<Mention> mentions, Roles.Reading reading, boolean across, boolean capitalOnly) {
        var bystander = mentions.stream().anyMatch(mention -> mention.actor() == null);
        if (bystander && (across || capitalOnly || found.frame().isFallback())) {
            return true;
        }
        var present = reading.giver().here() ? reading.giver() : reading.receiver();
        // A column names its matter in the title and its actors in the text.
        var opinion = found.frame().status() == Status.OPINION;
        return across
                && (found.frame().isFallback()
                        || (found.signal().tier() == Tier.CONTEXT && !opinion)
                        || present.kind() == Actor.Kind.PLACE);
    }

    static @Nullable Hit nearest(Unit unit, List<Hit> companions, Hit trigger, int reach) {
        Hit nearest = null;
        var least = reach + 1;
        for (var hit : companions) {
            if (hit.overlaps(trigger.start(), trigger.end())) {
                continue;
            }
            var words = unit.wordsBetween(hit, trigger);
            if (words < least) {
                least = words;
                nearest = hit;
            }
        }
        return nearest;
    }

    private static <T> T of(Map<Language, T> byLanguage, Language language) {
        var found = byLanguage.get(language);
        if (found == null) {
            throw new IllegalStateException("every language was made ready: " + language);
        }
        return found;
    }
}
