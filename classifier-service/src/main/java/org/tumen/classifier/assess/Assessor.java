package org.tumen.classifier.assess;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.tumen.classifier.event.EventCoder;
import org.tumen.classifier.language.FoldedArticle;
import org.tumen.classifier.language.LanguageIdentifier;
import org.tumen.classifier.language.LanguageIdentifier.Outcome.Read;
import org.tumen.classifier.match.Match;
import org.tumen.classifier.match.Matcher;
import org.tumen.classifier.match.Outlet;
import org.tumen.classifier.match.SignalModel;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.model.assessment.CodedEvent;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Finding;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.assessment.Status;

/** Scores texts against one catalogue. Safe for use by many threads. */
public final class Assessor {

    /** Names this way of looking; another way gets another name. */
    public static final String MODEL_VERSION = "frames-3";

    /** Longer texts are read this far, in UTF-16 units: a book or a broken page, not news. */
    private static final int MAX_READ = 1_000_000;

    private static final int MAX_TITLE = 2_000;

    /** A reader wants the best few sentences. */
    private static final int MAX_EVIDENCE = 5;

    static final Comparator<Finding> STRONGEST_FIRST = Comparator.comparingDouble(Finding::score)
            .reversed()
            .thenComparing(finding -> finding.signal().value())
            .thenComparing(finding -> finding.dyad().pair());

    private final Catalogue catalogue;
    private final LanguageIdentifier languages = new LanguageIdentifier();
    private final Matcher matcher;
    private final EventCoder coder;
    private final Score score;

    /**
     * Begins to read the weights that ship, in the background: 15 MB of text, of which nothing depends on the catalogue. Whoever makes an assessor
     * meanwhile waits for the rest of it.
     */
    public static void readAhead() {
        Thread.ofPlatform().daemon().name("weights-of-signals").start(SignalModel::load);
        Thread.ofPlatform().daemon().name("weights-of-events").start(EventCoder::readWeights);
    }

    /** With the model that ships. */
    public Assessor(Catalogue catalogue) {
        this(catalogue, SignalModel.load());
    }

    /** With another model, to measure it; {@link SignalModel#none} for frames alone. */
    public Assessor(Catalogue catalogue, SignalModel model) {
        this.catalogue = catalogue;
        var coding = CompletableFuture.supplyAsync(() -> new EventCoder(catalogue.actors()));
        this.matcher = new Matcher(catalogue, catalogue.scoring().model() == null ? SignalModel.none() : model);
        this.coder = coding.join();
        this.score = new Score(catalogue.scoring());
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** Scores a text; of one that is too long its beginning, and the assessment says so. */
    public Assessment assess(AssessedText whole) {
        var text = whole.cutTo(MAX_TITLE, MAX_READ);
        var language = languages.identify(text.title(), text.text(), text.language());
        var events = List.<CodedEvent>of();
        var findings = List.<Finding>of();
        if (language instanceof Read(var read)) {
            var article = new FoldedArticle(read, text.title(), text.text());
            events = coder.code(article);
            findings = strongest(matcher.match(article, yearOf(text), outletOf(text)), text, events);
        }
        var unread = whole.text().length()
                - text.text().length()
                + whole.title().length()
                - text.title().length();
        return new Assessment(language, findings, events, catalogue.scoring().threshold(), unread);
    }

    private Outlet outletOf(AssessedText text) {
        return new Outlet(
                text.kind(), catalogue.actors().ofCountry(text.country()).orElse(null));
    }

    /** What nearly was found in a text and why it was not; for a person, at twice the cost. */
    public List<NearMiss> nearMisses(AssessedText whole) {
        var text = whole.cutTo(MAX_TITLE, MAX_READ);
        if (!(languages.identify(text.title(), text.text(), text.language()) instanceof Read(var read))) {
            return List.of();
        }
        var article = new FoldedArticle(read, text.title(), text.text());
        var matches = matcher.match(article, yearOf(text), outletOf(text));
        var told = Yielding.without(matches).stream()
                .map(match -> match.signal().id())
                .collect(Collectors.toSet());
        var misses = new LinkedHashMap<SignalId, NearMiss>();
        for (var match : matches) {
            var signal = match.signal().id();
            if (!told.contains(signal)) {
                misses.putIfAbsent(
                        signal,
                        new NearMiss(
                                signal, match.evidence().getFirst(), "another signal tells the same words better"));
            }
        }
        for (var miss : matcher.misses(article)) {
            var signal = miss.signal().id();
            if (!told.contains(signal)) {
                misses.putIfAbsent(signal, new NearMiss(signal, miss.words(), miss.reason()));
            }
        }
        return List.copyOf(misses.values());
    }

    private static int yearOf(AssessedText text) {
        return text.published().atOffset(ZoneOffset.UTC).getYear();
    }

    /** Of each signal between two actors the place that tells it best: more text can add one, and never takes away. */
    private List<Finding> strongest(List<Match> matches, AssessedText text, List<CodedEvent> events) {
        record Told(SignalId signal, String pair) {}
        var best = new LinkedHashMap<Told, List<Finding>>();
        var kept = Yielding.without(matches);
        var ofTitle = kept.stream()
                .filter(match -> match.inTitle() && !match.isFallback() && isTold(score.of(match, text, false, events)))
                .map(match -> match.signal().id())
                .collect(Collectors.toSet());
        for (var match : kept) {
            best.computeIfAbsent(new Told(match.signal().id(), match.dyad().pair()), _ -> new ArrayList<>())
                    .add(score.of(
                            match,
                            text,
                            !ofTitle.isEmpty()
                                    && !ofTitle.contains(match.signal().id())
                                    && !(match.inTitle() && match.isPossible()),
                            events));
        }
        return best.values().stream()
                .map(Assessor::together)
                .sorted(STRONGEST_FIRST)
                .toList();
    }

    private boolean isTold(Finding finding) {
        return finding.score() >= catalogue.scoring().threshold();
    }

    /** As the headline holds it; what it reports is announced when the text has the actor's own word for it. */
    private static Status statusOf(Finding strongest, List<Finding> places) {
        var told = places.stream()
                .filter(place -> place.evidence().getFirst().part() == Evidence.Part.TITLE)
                .map(Finding::status)
                .findFirst()
                .orElse(strongest.status());
        var announced = places.stream().anyMatch(place -> place.status() == Status.ANNOUNCED);
        return told == Status.REPORTED && announced ? Status.ANNOUNCED : told;
    }

    /** The strongest, with the evidence of the others behind its own. */
    private static Finding together(List<Finding> places) {
        var strongest = places.stream().min(STRONGEST_FIRST).orElseThrow();
        var evidence = places.stream()
                .sorted(STRONGEST_FIRST)
                .flatMap(place -> place.evidence().stream())
                .distinct()
                .limit(MAX_EVIDENCE)
                .toList();
        return new Finding(
                strongest.signal(),
                strongest.tier(),
                strongest.dyad(),
                strongest.leftOut(),
                strongest.polarity(),
                statusOf(strongest, places),
                strongest.claimant(),
                strongest.score(),
                evidence,
                strongest.contributions());
    }
}
