package org.tumen.alert.dashboard.story;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tumen.alert.feedback.Feedback;
import org.tumen.alert.feedback.Verdict;
import org.tumen.model.alert.AlertId;

/** The verdicts that may be given on a finding, and how often each was. */
@Component
class Choices {

    private final Feedback feedback;

    Choices(Feedback feedback) {
        this.feedback = feedback;
    }

    /**
     * A verdict that may be given.
     *
     * @param word sent when it is chosen
     * @param times by how many persons it was given
     */
    record Choice(String word, String label, String meaning, long times) {}

    /** Of a finding that nobody has judged each with zero. */
    List<Choice> of(AlertId alert, int finding) {
        var given = feedback.on(List.of(alert)).getOrDefault(alert, List.of());
        return Arrays.stream(Verdict.values())
                .map(verdict -> new Choice(
                        verdict.word(),
                        verdict.label(),
                        verdict.meaning(),
                        given.stream()
                                .filter(one -> one.finding() == finding && one.verdict() == verdict)
                                .count()))
                .toList();
    }
}
