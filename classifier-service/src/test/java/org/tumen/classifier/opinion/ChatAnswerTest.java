package org.tumen.classifier.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.classifier.opinion.SecondOpinion.Answer;
import org.tumen.classifier.opinion.SecondOpinion.Verdict;

/** One form is read, and nothing that only resembles it. */
class ChatAnswerTest {

    @Test
    void readsOneAnswerForEachClaimInTheOrderOfTheClaims() {
        var body = ModelServer.completion("""
                {"answers": [{"claim": 2, "told": "no", "quote": null},
                             {"quote": "쌀 5만t", "claim": 1, "told": "yes"},
                             {"claim": 3, "told": "unsure", "quote": null}]}
                """);

        assertThat(ChatAnswer.read(body, 3))
                .hasValue(List.of(
                        new Answer(Verdict.TOLD, "쌀 5만t"),
                        new Answer(Verdict.NOT_TOLD, null),
                        new Answer(Verdict.UNSURE, null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "yes",
                "Sure! Here is my answer: {\"answers\": [{\"claim\": 1, \"told\": \"yes\", \"quote\": null}]}",
                "```json\n{\"answers\": [{\"claim\": 1, \"told\": \"no\", \"quote\": null}]}\n```",
                "{\"answers\": [{\"claim\": 1, \"told\": \"no\", \"quote\": null}]} I hope that this helps.",
                "{\"answers\": [{\"claim\": 1, \"told\": \"no\", \"quote\": null}]}{}",
                "[{\"claim\": 1, \"told\": \"no\", \"quote\": null}]",
                "{\"answers\": null}",
                "{\"answers\": []}",
                "{\"answers\": [null]}",
                "{\"answers\": {}}",
                "{\"answers\": [{\"claim\": 1, \"told\": \"no\", \"quote\": null}, {\"claim\": 2, \"told\": \"no\", \"quote\": null}]}",
                "{\"answers\": [{\"claim\": 0, \"told\": \"no\", \"quote\": null}]}",
                "{\"answers\": [{\"claim\": 2, \"told\": \"no\", \"quote\": null}]}",
                "{\"answers\": [{\"claim\": \"1\", \"told\": \"no\", \"quote\": null}]}",
                "{\"answers\": [{\"claim\": 1.0, \"told\": \"no\", \"quote\": null}]}",
                "{\"answers\": [{\"claim\": null, \"told\": \"no\", \"quote\": null}]}",
                "{\"answers\": [{\"claim\": 1, \"told\": \"NO\", \"quote\": null}]}",
                "{\"answers\": [{\"claim\": 1, \"told\": true, \"quote\": null}]}",
                "{\"answers\": [{\"claim\": 1, \"told\": null, \"quote\": null}]}",
                "{\"answers\": [{\"claim\": 1, \"told\": \"no\"}]}",
                "{\"answers\": [{\"claim\": 1, \"told\": \"no\", \"quote\": 7}]}",
                "{\"answers\": [{\"claim\": 1, \"told\": \"no\", \"quote\": [\"a\"]}]}",
                "{\"answers\": [{\"claim\": 1, \"told\": \"no\", \"told\": \"yes\", \"quote\": null}]}",
                "{\"answers\": [{\"claim\": 1, \"told\": \"no\", \"quote\": null, \"score\": 1.0}]}",
                "{\"answers\": [{\"claim\": 1, \"told\": \"no\", \"quote\": null}], \"summary\": \"War has begun.\"}",
                "{\"answers\": [{\"claim\": 1, \"told\": \"no\", \"quote\": nu"
            })
    void takesNothingElseForAnAnswer(String content) {
        assertThat(ChatAnswer.read(ModelServer.completion(content), 1)).isEmpty();
    }

    @Test
    void takesNoClaimThatIsAnsweredTwice() {
        var content = """
                {"answers": [{"claim": 1, "told": "no", "quote": null}, {"claim": 1, "told": "yes", "quote": "x"}]}""";

        assertThat(ChatAnswer.read(ModelServer.completion(content), 2)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>502 Bad Gateway</html>",
                "null",
                "[]",
                "{}",
                "{\"choices\": null}",
                "{\"choices\": []}",
                "{\"choices\": [null]}",
                "{\"choices\": [{\"message\": null}]}",
                "{\"choices\": [{\"message\": {\"content\": null, \"refusal\": \"I cannot help with that.\"}}]}",
                "{\"error\": {\"message\": \"overloaded\"}}"
            })
    void takesNoBodyWithoutAnAnswerInIt(String body) {
        assertThat(ChatAnswer.read(body, 1)).isEmpty();
    }

    @Test
    void isNotBroughtDownByDepth() {
        assertThat(ChatAnswer.read(ModelServer.completion("[".repeat(50_000)), 1))
                .isEmpty();
        assertThat(ChatAnswer.read("{\"choices\":" + "[".repeat(50_000), 1)).isEmpty();
    }
}
