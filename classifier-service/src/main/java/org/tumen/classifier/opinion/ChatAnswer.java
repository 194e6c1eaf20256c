package org.tumen.classifier.opinion;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.opinion.SecondOpinion.Answer;
import org.tumen.classifier.opinion.SecondOpinion.Verdict;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads what a language model answered. It comes in exactly one form, with one answer for each claim, or it is no answer:
 * who leaves the form has left the task.
 */
final class ChatAnswer {

    private static final JsonMapper ENVELOPE = JsonMapper.builder().build();

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, ChatAnswer::takeTextForText)
            .build();

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Completion(@Nullable List<Choice> choices) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Choice(@Nullable Message message) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Message(@Nullable String content) {}

    private record Said(@Nullable List<@Nullable OnClaim> answers) {}

    private record OnClaim(
            int claim, @Nullable String told, @Nullable String quote) {}

    private ChatAnswer() {}

    private static void takeTextForText(MutableCoercionConfig config) {
        config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    /**
     * The answers on claims 1 to {@code claims}, in this order; empty when it is not in the form.
     *
     * @param body of the response of a chat completion
     */
    static Optional<List<Answer>> read(String body, int claims) {
        try {
            return content(ENVELOPE.readValue(body, Completion.class)).flatMap(content -> answers(content, claims));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> content(@Nullable Completion completion) {
        return Optional.ofNullable(completion)
                .map(Completion::choices)
                .filter(choices -> !choices.isEmpty())
                .map(List::getFirst)
                .map(Choice::message)
                .map(Message::content);
    }

    private static Optional<List<Answer>> answers(String content, int claims) {
        var said = STRICT.readValue(content, Said.class);
        if (said == null || said.answers() == null || said.answers().size() != claims) {
            return Optional.empty();
        }
        var byClaim = new TreeMap<Integer, Answer>();
        for (var answer : said.answers()) {
            var verdict = answer == null ? null : verdict(answer.told());
            if (verdict == null || answer.claim() < 1 || answer.claim() > claims) {
                return Optional.empty();
            }
            byClaim.put(answer.claim(), new Answer(verdict, answer.quote()));
        }
        return byClaim.size() == claims ? Optional.of(List.copyOf(byClaim.values())) : Optional.empty();
    }

    private static @Nullable Verdict verdict(@Nullable String told) {
        return switch (told) {
            case "yes" -> Verdict.TOLD;
            case "no" -> Verdict.NOT_TOLD;
            case "unsure" -> Verdict.UNSURE;
            case null, default -> null;
        };
    }
}
