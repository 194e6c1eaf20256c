package org.tumen.classifier.opinion;

import java.util.ArrayList;
import java.util.List;
import org.tumen.classifier.assess.AssessedText;
import org.tumen.classifier.opinion.SecondOpinion.Answer;
import org.tumen.classifier.opinion.SecondOpinion.Verdict;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Evidence.Part;
import org.tumen.model.assessment.Finding;

/**
 * What is shown of a text, and what is asked about it. Two that are equal deserve the same answer.
 *
 * @param title as it is stored, or its beginning
 * @param passages of the text, each as it is stored, or its beginning: how it begins, and what the claims rest on
 * @param claims at least one
 */
record Question(String title, List<String> passages, List<Claim> claims) {

    /** In UTF-16 units; an agency's lead has 300 to 600 characters. */
    private static final int LEAD = 1_200;

    /** A sentence that is longer is none. */
    private static final int PASSAGE = 600;

    /** A word or two of Chinese: less stands everywhere and confirms nothing. */
    private static final int SHORTEST = 4;

    /**
     * One finding, as it is asked about.
     *
     * @param signal its id
     * @param definition from the catalogue
     * @param giver for people
     * @param receiver for people
     */
    record Claim(String signal, String definition, String giver, String receiver) {}

    Question {
        passages = List.copyOf(passages);
        claims = List.copyOf(claims);
    }

    static Question of(AssessedText text, List<Finding> findings, Catalogue catalogue) {
        var passages = new ArrayList<String>();
        var lead = beginning(text.text(), LEAD);
        if (!lead.isBlank()) {
            passages.add(lead);
        }
        findings.stream()
                .flatMap(finding -> finding.evidence().stream())
                .filter(evidence -> evidence.part() == Part.TEXT && evidence.end() > lead.length())
                .map(Evidence::quote)
                .map(quote -> beginning(quote, PASSAGE))
                .distinct()
                .forEach(passages::add);
        return new Question(
                beginning(text.title(), PASSAGE),
                passages,
                findings.stream().map(finding -> claim(finding, catalogue)).toList());
    }

    private static Claim claim(Finding finding, Catalogue catalogue) {
        var definition = catalogue.signals().stream()
                .filter(signal -> signal.id().equals(finding.signal()))
                .findFirst()
                .orElseThrow()
                .definition();
        return new Claim(
                finding.signal().value(),
                definition,
                name(finding.dyad().giver(), catalogue),
                name(finding.dyad().receiver(), catalogue));
    }

    private static String name(ActorId id, Catalogue catalogue) {
        var actor = catalogue.actors().byId().get(id);
        return actor == null ? id.value() : actor.name();
    }

    /** Never half a character. */
    private static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** Whether an answer rests on words that were shown; who confirms a claim has to point at some. */
    boolean bears(Answer answer) {
        var quote = answer.quote() == null ? "" : answer.quote().strip();
        if (quote.isEmpty()) {
            return answer.verdict() != Verdict.TOLD;
        }
        return shows(quote) && (answer.verdict() != Verdict.TOLD || quote.length() >= SHORTEST);
    }

    private boolean shows(String words) {
        return title.contains(words) || passages.stream().anyMatch(passage -> passage.contains(words));
    }
}
