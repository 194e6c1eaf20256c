package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/** The alerts of a subscription in a feed reader. */
class AtomIT extends WholeService {

    private static final String FEED = "/api/v1/subscriptions/atom/alerts.atom";

    @Test
    void hasAnEntryForEachAlertAndSaysWhenNothingChanged() {
        var first = Assessments.of("symbolic-gift", "A gift & a card", "A gift was given.", "gift was given");
        publish(first);
        soon(() -> assertThat(get(FEED)).contains("<title>A gift &amp; a card</title>"));
        var answer = ask(null);
        assertThat(answer.getHeaders().getContentType()).hasToString("application/atom+xml;charset=UTF-8");
        assertThat(answer.getBody())
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\">"
                        + "<id>urn:uuid:")
                .contains(
                        "<title>Tumen: Atom</title>",
                        "<link rel=\"self\" href=\"https://tumen.example.org" + FEED + "\"/>",
                        "<category term=\"symbolic-gift\"/>",
                        "&lt;mark&gt;gift was given&lt;/mark&gt;",
                        "&lt;p&gt;How unusual: ");

        var tag = answer.getHeaders().getETag();
        assertThat(ask(tag).getStatusCode()).isEqualTo(HttpStatus.NOT_MODIFIED);
        publish(Assessments.of("symbolic-gift", "Another gift", "Another one was given.", "one was given"));
        soon(() -> assertThat(ask(tag).getBody()).contains("Another gift", "A gift &amp; a card"));
    }

    @Test
    void isNotThereForASubscriptionThatIsNot() {
        assertThatThrownBy(() -> get("/api/v1/subscriptions/none/alerts.atom"))
                .isInstanceOfSatisfying(
                        WebClientResponseException.NotFound.class,
                        answer ->
                                assertThat(answer.getResponseBodyAsString()).contains("there is no subscription none"));
    }

    private ResponseEntity<String> ask(@Nullable String tag) {
        return client().get()
                .uri(FEED)
                .headers(headers -> {
                    if (tag != null) {
                        headers.setIfNoneMatch(tag);
                    }
                })
                .retrieve()
                .toEntity(String.class)
                .blockOptional()
                .orElseThrow();
    }
}
