package org.tumen.alert.story.link;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.story.link.Account.Claim;
import org.tumen.model.article.Article;
import org.tumen.model.article.ChangeKind;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Evidence;
import org.tumen.seeds.SeedFile;

/** Tells to which story an article belongs. The same account and candidates always give the same answer. */
public final class Linking {

    /** A publisher's date is believed unless it lies before or after its discovery by more than this. */
    private static final Duration BELIEVED = Duration.ofDays(7);

    private static final Duration CLOCKS_APART = Duration.ofHours(1);

    /** The title and the first sentences tell what happened; what follows is background, and often of other events. */
    private static final int BEGINNING = 600;

    private static final Pattern NOT_A_NAME = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int CITED_WITHIN = 350;

    private final Terms terms;
    private final Likeness likeness;
    private final @Nullable LateAnswers lateAnswers;

    private Linking(StoryFile file) {
        this.terms = new Terms(file.terms());
        this.likeness = new Likeness(file.linking());
        var answers = file.answers();
        this.lateAnswers = answers == null ? null : new LateAnswers(file.linking(), answers);
    }

    /**
     * Reads {@code stories.yaml}.
     *
     * @throws org.tumen.seeds.InvalidSeedException naming the place of a fault
     */
    public static Linking load(Path file) {
        return new Linking(StoryCheck.check(SeedFile.read(file, StoryFile.class)));
    }

    /** Where an article belongs. */
    public sealed interface Link {

        /** To the story of the article whose text it repeats. */
        record Copy(String story) implements Link {}

        /**
         * To the story that it is most like.
         *
         * @param points by which it does, at or above the threshold
         */
        record Same(String story, double points) implements Link {}

        /** To the story of the claim that it denies or confirms, weeks later. */
        record Answer(String story) implements Link {}

        /** To none: it begins one. */
        record New() implements Link {}
    }

    /** A story with the accounts that stand for it. */
    public record Candidate(String story, List<Account> accounts) {

        public Candidate {
            accounts = List.copyOf(accounts);
        }
    }

    /** Finds the story among those that there are. */
    public Link decide(Account account, Collection<Candidate> candidates) {
        return copied(account, candidates)
                .<Link>map(Link.Copy::new)
                .orElseGet(() -> candidates.stream()
                        .map(candidate -> new Link.Same(candidate.story(), likeness.of(account, candidate.accounts())))
                        .filter(same -> same.points() >= likeness.threshold())
                        .max(Comparator.comparingDouble(Link.Same::points))
                        .<Link>map(same -> same)
                        .orElseGet(Link.New::new));
    }

    /** What it denies or confirms, to be held against claims of weeks ago; empty when it does neither. */
    public Optional<Account> answer(ArticleAssessed assessed, Account account) {
        var late = lateAnswers;
        return late != null && looksBack(assessed) ? Optional.of(late.widened(account)) : Optional.empty();
    }

    private boolean looksBack(ArticleAssessed assessed) {
        return !assessed.findings().isEmpty()
                && switch (assessed.findings().getFirst().status()) {
                    case DENIED -> true;
                    case ANNOUNCED -> terms.confirms(beginning(assessed.article()), assessed.languageRead());
                    case REPORTED, ANTICIPATED, HISTORICAL, OPINION -> false;
                };
    }

    /** Finds the story of a claim that was made weeks before the answer. */
    public Link decideLate(Account answer, Collection<Candidate> older) {
        return Optional.ofNullable(lateAnswers)
                .flatMap(late -> late.storyOf(answer, older))
                .<Link>map(Link.Answer::new)
                .orElseGet(Link.New::new);
    }

    private static Optional<String> copied(Account account, Collection<Candidate> candidates) {
        var original = account.copyOf();
        return original == null
                ? Optional.empty()
                : candidates.stream()
                        .filter(candidate ->
                                candidate.accounts().stream().anyMatch(one -> original.equals(one.copyOf())))
                        .map(Candidate::story)
                        .findFirst();
    }

    /**
     * How many independent origins stand behind these accounts, which are in the order of their arrival; an origin whose
     * first account is withdrawn stands no more.
     */
    public static Origins origins(List<Account> accounts) {
        var all = Independence.origins(accounts);
        var standing = (int)
                all.stream().filter(origin -> !origin.getFirst().withdrawn()).count();
        return new Origins(standing, all.size() - standing);
    }

    /** How many there are, and how many have taken back what they said. */
    public record Origins(int standing, int withdrawn) {}

    /** What an article tells; empty when nothing was found in it. */
    public Optional<Account> account(ArticleAssessed assessed) {
        return assessed.findings().isEmpty() ? Optional.empty() : Optional.of(mention(assessed));
    }

    /** The same of an article that is wanted for its words: without claims when nothing was found in it. */
    public Account mention(ArticleAssessed assessed) {
        var article = assessed.article();
        var beginning = beginning(article);
        var change = article.change();
        return new Account(
                article.id(),
                appeared(assessed.hops().published(), assessed.hops().discovered()),
                assessed.languageRead(),
                claims(assessed),
                marks(assessed, beginning),
                Numbers.in(beginning),
                Words.in(beginning, assessed.languageRead()),
                voices(article, assessed.languageRead()),
                article.origin(),
                change != null && change.kind() == ChangeKind.WITHDRAWN);
    }

    /**
     * What was done is told by the title, or else by the evidence, which may name earlier acts too: that a treaty was
     * ratified before it entered into force. Of whom, where and with what the beginning tells.
     */
    private Set<String> marks(ArticleAssessed assessed, String beginning) {
        var article = assessed.article();
        var marks = new LinkedHashSet<>(terms.marksIn(beginning, assessed.languageRead()));
        marks.removeIf(Terms::isAct);
        var acts = acts(article.title(), assessed.languageRead());
        marks.addAll(acts.isEmpty() ? acts(evidence(assessed), assessed.languageRead()) : acts);
        return marks;
    }

    private Set<String> acts(String text, String language) {
        return terms.marksIn(text, language).stream().filter(Terms::isAct).collect(Collectors.toSet());
    }

    private static String evidence(ArticleAssessed assessed) {
        return assessed.findings().stream()
                .flatMap(finding -> finding.evidence().stream())
                .map(Evidence::quote)
                .collect(Collectors.joining("\n"));
    }

    private static List<Claim> claims(ArticleAssessed assessed) {
        return assessed.findings().stream()
                .map(finding -> new Claim(
                        finding.signal(),
                        finding.dyad().pair(),
                        finding.dyad().giver().value(),
                        finding.status(),
                        finding.score()))
                .toList();
    }

    private static Instant appeared(@Nullable Instant published, Instant discovered) {
        return published != null
                        && published.isAfter(discovered.minus(BELIEVED))
                        && published.isBefore(discovered.plus(CLOCKS_APART))
                ? published
                : discovered;
    }

    private Set<String> voices(Article article, String language) {
        var voices = new LinkedHashSet<String>();
        var copied = article.origin();
        voices.add("text:" + (copied == null ? article.id() : copied).value());
        voices.add(voice(article.source().family()));
        voices.add(voice(article.source().publisher()));
        if (article.wire() != null) {
            voices.add(voice(article.wire()));
        }
        var beginning = article.title() + "\n" + start(article.text(), CITED_WITHIN);
        terms.sourcesIn(beginning, language).forEach(source -> voices.add(Independence.VOICE + source));
        Cited.in(beginning).forEach(name -> voices.add(Independence.CITED + name(name)));
        return voices;
    }

    /** One voice under all of its names, as far as they are known. */
    private String voice(String name) {
        return Independence.VOICE + name(name);
    }

    private String name(String written) {
        return terms.source(written.replace('-', ' '))
                .orElseGet(() ->
                        NOT_A_NAME.matcher(written.toLowerCase(Locale.ROOT)).replaceAll("-"));
    }

    private static String beginning(Article article) {
        return article.title() + "\n" + start(article.text(), BEGINNING);
    }

    private static String start(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
