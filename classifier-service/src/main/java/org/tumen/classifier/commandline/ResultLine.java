package org.tumen.classifier.commandline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.classifier.signal.Signal;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.CodedEvent;
import org.tumen.model.assessment.Contribution;
import org.tumen.model.assessment.EventType;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Finding;
import org.tumen.model.assessment.QuadClass;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.assessment.Status;
import org.tumen.model.assessment.Tier;
import tools.jackson.databind.json.JsonMapper;

/** A line of the output. */
record ResultLine(String id, String lang, List<Found> findings, List<Event> events) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /**
     * A finding.
     *
     * @param dyad the two actors in alphabetical order
     * @param sign + closer, - apart, ± either
     * @param plover event types of the signal
     * @param contributions by name; they add up to the score
     */
    record Found(
            SignalId signal,
            Tier tier,
            String dyad,
            ActorId giver,
            ActorId receiver,
            @Nullable ActorId leftOut,
            String sign,
            Status status,
            @Nullable String claimant,
            double score,
            List<String> plover,
            List<Evidence> evidence,
            Map<String, Double> contributions) {}

    /** A coded event with its quad class spelled out. */
    record Event(
            EventType plover,
            QuadClass quad,
            ActorId source,
            ActorId target,
            Evidence.Part part,
            int start,
            int end,
            double score) {

        private static Event of(CodedEvent event) {
            return new Event(
                    event.plover(),
                    event.plover().quad(),
                    event.source(),
                    event.target(),
                    event.part(),
                    event.start(),
                    event.end(),
                    event.score());
        }
    }

    static ResultLine of(
            AssessedLine input, String language, List<Finding> findings, List<CodedEvent> events, Catalogue catalogue) {
        return new ResultLine(
                input.id(),
                language,
                findings.stream().map(finding -> found(finding, catalogue)).toList(),
                events.stream().map(Event::of).toList());
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    private static Found found(Finding finding, Catalogue catalogue) {
        var contributions = new LinkedHashMap<String, Double>();
        for (Contribution part : finding.contributions()) {
            contributions.merge(part.name(), part.value(), Double::sum);
        }
        return new Found(
                finding.signal(),
                finding.tier(),
                finding.dyad().pair(),
                finding.dyad().giver(),
                finding.dyad().receiver(),
                finding.leftOut(),
                sign(finding),
                finding.status(),
                finding.claimant(),
                finding.score(),
                plover(finding, catalogue),
                finding.evidence(),
                contributions);
    }

    private static String sign(Finding finding) {
        return switch (finding.polarity()) {
            case CLOSER -> "+";
            case APART -> "-";
            case EITHER -> "±";
        };
    }

    private static List<String> plover(Finding finding, Catalogue catalogue) {
        return catalogue.signals().stream()
                .filter(signal -> signal.id().equals(finding.signal()))
                .map(Signal::plover)
                .findFirst()
                .orElse(List.of());
    }
}
