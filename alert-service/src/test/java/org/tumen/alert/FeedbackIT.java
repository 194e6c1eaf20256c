package org.tumen.alert;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tumen.alert.Mails.html;
import static org.tumen.alert.Mails.mailsTo;
import static org.tumen.alert.Mails.subject;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.tumen.alert.raise.Alert;
import org.tumen.model.assessment.ArticleAssessed;
import reactor.core.publisher.Mono;

/** Verdicts by the link in a mail, by the button on the page and by the API, and what is made of them. */
class FeedbackIT extends WholeService {

    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+&amp;verdict=noise)\"");

    @Test
    void takesAVerdictByTheLinkOfAMailOnlyWhenTheButtonIsPressed() throws Exception {
        var assessed = raised("Page one is for Xi");
        var mail = mailsTo("judge@example.org").stream()
                .filter(one -> subject(one).contains("Page one is for Xi"))
                .findFirst()
                .orElseThrow();
        var link = LINK.matcher(html(mail));
        assertThat(link.find()).isTrue();
        var path = path(link.group(1).replace("&amp;", "&"));

        var asked = get(path);
        assertThat(asked).contains("Was this a signal?", "<mark>on page one</mark>", "value=\"noise\" checked");
        assertThat(verdicts(assessed)).isEqualTo("[]");

        var token = path.substring(0, path.indexOf('?'));
        assertThat(submit(token, "finding=0&verdict=wrong-status&comment=It+is+of+2019"))
                .contains("Kept: <b>Wrong status</b>");
        assertThat(submit(token, "finding=0&verdict=noise")).contains("until now: <b>Noise</b>");
        assertThat(verdicts(assessed))
                .contains("\"verdict\":\"noise\",\"person\":\"judge@example.org\"")
                .doesNotContain("wrong-status");
    }

    @Test
    void takesAVerdictByTheButtonOnThePageAndShowsIt() {
        var assessed = raised("Page two is for Xi");
        var id = id(assessed);
        var answer = requireNonNull(client().post()
                .uri("/alerts/" + id + "/findings/0/verdict")
                .header("HX-Request", "true")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("verdict=signal")
                .retrieve()
                .bodyToMono(String.class)
                .block());
        assertThat(answer).startsWith("<form class=\"judge\"").contains("<span>Signal</span><b> 1</b>");
        assertThat(get("/stories/" + storyOf(assessed))).contains("<span>Signal</span><b> 1</b>");
        assertThatThrownBy(() -> submit("/alerts/" + id + "/findings/0/verdict", "verdict=noise"))
                .as("a form of another site")
                .isInstanceOf(WebClientResponseException.class);
    }

    @Test
    void countsAndExportsWhatTheApiIsTold() {
        var assessed = raised("Page three is for Xi");
        var path = "/api/v1/alerts/" + id(assessed) + "/findings/0/verdict";
        assertThat(post(path, "{\"verdict\":\"noise\",\"person\":\"kim\"}")).contains("\"person\":\"kim\"");
        post(path, "{\"verdict\":\"signal\",\"person\":\"kim\",\"comment\":\"right after all\"}");
        post(path, "{\"verdict\":\"signal\",\"person\":\"lee\"}");

        assertThat(get("/api/v1/precision")).contains("\"signal\":\"media-placement\"", "\"interval\":{\"low\":");
        assertThat(get("/api/v1/precision?since=2999-01-01T00:00:00Z"))
                .isEqualTo("{\"since\":\"2999-01-01T00:00:00Z\",\"signals\":[{\"signal\":\"all\",\"judged\":0,"
                        + "\"right\":0,\"disputed\":0,\"wrong\":{},\"share\":null,\"interval\":null}]}");
        assertThat(get("/api/v1/feedback/labelled").lines())
                .filteredOn(line -> line.contains("Page three"))
                .singleElement()
                .asString()
                .startsWith("{\"id\":\"feedback-" + id(assessed).substring(6, 18) + "\",\"lang\":\"en\",\"title\":")
                .contains(
                        "\"outlet\":\"agency\",\"kind\":\"feedback\",\"event\":null",
                        "\"expected\":[{\"signal\":\"media-placement\",\"giver\":\"PRC\",\"receiver\":\"DPRK\",\"leftOut\":null,"
                                + "\"sign\":\"-\",\"status\":\"reported\"}]",
                        "right after all");
    }

    @Test
    void saysWhatAVerdictMayBe() {
        var assessed = raised("Page four is for Xi");
        assertThatThrownBy(
                        () -> post("/api/v1/alerts/" + id(assessed) + "/findings/0/verdict", "{\"verdict\":\"meh\"}"))
                .isInstanceOfSatisfying(
                        WebClientResponseException.class,
                        answer -> assertThat(answer.getResponseBodyAsString())
                                .contains("verdict: meh (expected: one of signal, noise, wrong-actor, wrong-status)"));
        assertThatThrownBy(
                        () -> post("/api/v1/alerts/" + id(assessed) + "/findings/7/verdict", "{\"verdict\":\"noise\"}"))
                .isInstanceOf(WebClientResponseException.NotFound.class);
    }

    @Test
    void takesNothingThatABrowserSendsForAnotherSite() {
        var answer = client().post()
                .uri("/api/v1/deliveries/replay")
                .header("Sec-Fetch-Site", "cross-site")
                .exchangeToMono(response -> Mono.just(response.statusCode()))
                .block();
        assertThat(answer).isEqualTo(HttpStatus.FORBIDDEN);
    }

    private ArticleAssessed raised(String title) {
        var assessed = Assessments.of("media-placement", title, "The letter stood on page one.", "on page one");
        publish(assessed);
        soon(() -> assertThat(delivery(assessed, "email")).isEqualTo("delivered"));
        return assessed;
    }

    private String verdicts(ArticleAssessed assessed) {
        return get("/api/v1/alerts/" + id(assessed) + "/verdicts");
    }

    private static String id(ArticleAssessed assessed) {
        return Alert.idFor(assessed.article().id(), assessed.article().revision())
                .value();
    }
}
