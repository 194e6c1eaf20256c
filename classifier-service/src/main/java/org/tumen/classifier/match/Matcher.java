package org.tumen.classifier.match;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tumen.classifier.language.FoldedArticle;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.model.FeatureSink;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.classifier.signal.Signal;
import org.tumen.model.assessment.Polarity;
import org.tumen.model.assessment.SignalId;

/** Finds every place where a text tells a signal of the catalogue. Safe for use by many threads. */
public final class Matcher {

    private final Catalogue catalogue;
    private final List<FrameOfSignal> frames;
    private final FrameMatches byFrames;
    private final Learned learned;
    private final Corrections corrections;
    private final Map<Language, Lexicon> lexicons;
    private final Map<Language, Roles> roles = new EnumMap<>(Language.class);

    /** With the model's word on what the catalogue's frames tell. */
    public Matcher(Catalogue catalogue, SignalModel model) {
        this.catalogue = catalogue;
        this.frames = FrameOfSignal.in(catalogue);
        this.byFrames = new FrameMatches(frames, catalogue.cues());
        var switches = new Switches(frames, catalogue.cues());
        this.corrections = new Corrections(model, frames);
        this.lexicons = Arrays.stream(Language.values())
                .parallel()
                .collect(toMap(identity(), language -> Lexicon.of(catalogue, frames, switches, language)));
        for (var language : Language.values()) {
            roles.put(language, new Roles(catalogue.cues().roles(), frames, language));
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
            // A word of sport or shows: a team's visit is no signal, noodles as aid are one, between those who are
            // named beside it.
            var noise = units.isNoise(unit);
            var here = FrameHits.in(unit);
            var told = each(byFrames.in(units, unit, here, mentions, of(roles, language), year));
            var weighed = learned.weigh(units, unit, mentions, here, told, of(roles, language), year);
            var place = new Place(units, unit, mentions, of(roles, language).marks(), outlet, year);
            var corrected = learned.isAskedAbout(units, unit, mentions)
                    ? corrections.of(place, weighed, sink -> learned.give(unit, told, sink))
                    : corrections.unasked(weighed, outlet);
            var heard = noise
                    ? corrected.stream()
                            .filter(match -> match.isLikely() && !match.acrossSentences())
                            .toList()
                    : corrected;
            for (var match : heard) {
                if (!isEcho(match, matches) && !isContradicted(match, heard) && !isReadInto(match, units)) {
                    matches.add(match);
                }
            }
        }
        return matches;
    }

    /** Each once: two words of one frame tell the same. To compare them costs less than to hash them, with all of their signal. */
    private static List<Match> each(List<Match> told) {
        var different = new ArrayList<Match>(told.size());
        for (var match : told) {
            if (!different.contains(match)) {
                different.add(match);
            }
        }
        return different;
    }

    /**
     * A partner whom nothing names, read in by the model alone: a headline may leave out who is meant, but a whole article that names others names him as
     * well ("Relief materials delivered to flood-hit areas of Jagang Province" are no neighbour's gift). Of what is surely told it may still go without saying.
     */
    private static boolean isReadInto(Match match, Units units) {
        return match.frame() == null && !match.isSure() && units.leavesOut(match.dyad());
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

    /**
     * The opposite of what known words tell of the same two in the same place: the model took the words for it ("In 2024 Russia sent flour"). But where it
     * sees the opposite rather than what the words tell, it has read more than they ("Kim is not going to the summit in Beijing").
     */
    private static boolean isContradicted(Match match, List<Match> here) {
        return match.frame() == null
                && match.polarity() != Polarity.EITHER
                && here.stream()
                        .anyMatch(other -> other.frame() != null
                                && !other.isFallback()
                                && other.polarity() != Polarity.EITHER
                                && other.polarity() != match.polarity()
                                && !match.isLikelierThan(other)
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
                learned.give(
                        unit,
                        byFrames.in(units, unit, FrameHits.in(unit), mentions, of(roles, language), year),
                        counting);
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
            var told = byFrames.in(units, unit, here, mentions, of(roles, language), year);
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
        var ofSignal = told.stream()
                .filter(match -> match.signal().id().equals(signal.id()))
                .toList();
        if (!ofSignal.isEmpty()) {
            return ofSignal;
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

    private static <T> T of(Map<Language, T> byLanguage, Language language) {
        var found = byLanguage.get(language);
        if (found == null) {
            throw new IllegalStateException("every language was made ready: " + language);
        }
        return found;
    }
}
