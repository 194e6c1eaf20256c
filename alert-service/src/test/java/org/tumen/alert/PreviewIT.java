package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.reactive.function.BodyInserters;
import org.tumen.alert.preview.SubscriptionsCommand;
import org.tumen.model.Lane;
import org.tumen.model.article.Article;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Finding;
import org.tumen.model.assessment.Status;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;

/** Subscriptions that are tried on what is stored, by the command and so by the API. */
class PreviewIT extends WholeService {

    /** Before all other tests' articles. */
    private static final Instant LONG_AGO = Instant.parse("2019-05-01T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void showsWhatWouldHaveBeenSentAndWhyTheRestNot() throws Exception {
        var first = Assessments.article("en", "A ferry for Rason", "Russia sent a ferry to the North.");
        var copy = Assessments.copy(Assessments.by("reprinter", first), first.id());
        var second = Assessments.by(
                "courier",
                Assessments.article("en", "Rason has a ferry", "Russia sent a ferry to the North, it said."));
        var faint = Assessments.article("en", "Perhaps a ferry", "Somebody sent a ferry somewhere.");
        var rain = Assessments.article("en", "A ferry in the rain", "It rained.");
        store(LONG_AGO, first, ferry(first, 0.75));
        store(LONG_AGO.plusSeconds(60), copy, ferry(copy, 0.75));
        store(LONG_AGO.plusSeconds(120), second, ferry(second, 0.75));
        store(LONG_AGO.plusSeconds(864_000), faint, ferry(faint, 0.41));
        store(LONG_AGO.plusSeconds(864_060), rain);
        soon(() -> assertThat(history(Assessments.of(rain))).hasSize(1));
        var file = file("""
            subscriptions:
              - id: ferries
                name: Ferries
                timing: {groupWait: 5m}
                filter: {signals: [ferry-service], minScore: 0.5}
                webhook: {url: "https://hooks.example.org/a", secret: SECRET}
              - {id: words, name: Words, filter: {text: "rain*"}}
            """.replace("SECRET", RealParts.SECRET));

        var printed = run("test", file.toString(), "--since", "2019-05-01", "--address", address(), "--data", data());

        assertThat(printed.code()).isZero();
        assertThat(printed.out().replaceAll(" +", " "))
                .contains("ferries: 2 of ", " articles since 2019-05-01 00:00 UTC would have been sent, on 1 stories")
                .contains("""
                     2019-05-01 12:00 A ferry for Rason (Example Wire)
                     first; 1 origin
                     when: waits 300 s for more on its story; 2019-05-01 12:05 UTC
                     ferry-service, PRC to DPRK, reported, 0.75
                     because: signal ferry-service, PRC to DPRK, score 0.75 at or above 0.50
                    """.replaceAll("(?m)^ {0,1}", " "))
                .contains(
                        "Rason has a ferry (The courier)\n origin; 2 origins\n"
                                + " when: with what waits of its story: waits 300 s for more on its story; 2019-05-01 12:05 UTC")
                .contains(" 1 score-too-low score 0.41 is below 0.50\n", " 1 known nothing in it is new\n")
                .contains("A ferry in the rain (Example Wire)", "words: \u201crain\u201d", "\u201crained\u201d")
                .endsWith("Nothing was sent.\n");
        assertThat(RealParts.MAIL.getReceivedMessages())
                .noneMatch(mail -> mail.toString().contains("ferry"));
        var explained = run(
                "test",
                file.toString(),
                "--since",
                "2019-05-01",
                "--explain",
                "--address",
                address(),
                "--data",
                data());
        assertThat(explained.out().replaceAll(" +", " "))
                .contains("2019-05-11 12:00 Perhaps a ferry (Example Wire)\n score 0.41 is below 0.50");
        var one = run(
                "test",
                file.toString(),
                "--since",
                "2019-05-01",
                "--examples",
                "1",
                "--address",
                address(),
                "--data",
                data());
        assertThat(one.out().replaceAll(" +", " "))
                .containsPattern("\n \\.\\.\\. and \\d+ more; --examples N lists N\n");
    }

    @Test
    void thePageSaysWhenEachWouldHaveGoneOut() {
        var article = Assessments.article("en", "A ferry of these days", "Russia sent a ferry to the North.");
        store(Instant.now().minusSeconds(86_400), article, ferry(article, 0.75));
        soon(() -> assertThat(history(Assessments.of(article))).hasSize(1));

        var page = client().post()
                .uri("/subscriptions/try")
                .body(BodyInserters.fromFormData(
                        "yaml",
                        "{id: a, name: A, filter: {signals: [ferry-service, fery-service]}, timing: {groupWait: 5m}}"))
                .retrieve()
                .bodyToMono(String.class)
                .block();

        assertThat(page)
                .contains("A ferry of these days")
                .containsPattern("Sent <time [^>]*class=\"moment\"")
                .contains("filter.signals: fery-service was in none of the articles (did you mean ferry-service?)")
                .contains(": <span>waits 300 s for more on its story</span>");
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        var file = file("subscriptions: [{id: a, name: A}]");
        assertThat(run("test", file.toString(), "--since", "May", "--address", address(), "--data", data()))
                .isEqualTo(new Printed(
                        65,
                        "",
                        "a: since: May (expected: a date as 2026-11-01, or a time as" + " 2026-11-01T12:00:00Z)\n"));
        assertThat(run("test").err()).startsWith("FILE is missing\ntumen subscriptions test FILE");
        assertThat(run("test", file.toString(), "--examples", "10001").err())
                .startsWith("--examples: 10001 (expected: a number from 1 to 10000)\n");
        assertThat(run("test", file.toString(), "--address", "http://127.0.0.1:1")
                        .err())
                .startsWith("The alert service does not answer at http://127.0.0.1:1: ");
    }

    private static String data() {
        return String.valueOf(RealParts.OPERATOR_TOKEN.getParent());
    }

    private record Printed(int code, String out, String err) {}

    private static Printed run(String... words) throws InterruptedException {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var arguments = new ArrayList<>(List.of("subscriptions"));
        arguments.addAll(List.of(words));
        var code = SubscriptionsCommand.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Printed(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("proposed.yaml"), yaml);
    }

    private void store(Instant time, Article article, Finding... findings) {
        ArticleAssessed assessed = Assessments.at(time.plusSeconds(60), article, findings);
        publish(EventRecords.write(Envelope.first(assessed, URI.create("/classifier-service"), time, Lane.BACKFILL)));
    }

    private static Finding ferry(Article article, double score) {
        return Assessments.finding(article, "ferry-service", Status.REPORTED, score, "sent a ferry");
    }
}
