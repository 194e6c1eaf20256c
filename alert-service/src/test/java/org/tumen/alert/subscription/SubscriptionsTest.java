package org.tumen.alert.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.alert.query.TextQueries;
import org.tumen.alert.subscription.Subscription.Between;
import org.tumen.alert.subscription.Subscription.Escalation;
import org.tumen.alert.subscription.Subscription.Webhook.Format;
import org.tumen.model.alert.News;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.assessment.SignalId;
import org.tumen.seeds.InvalidSeedException;

class SubscriptionsTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8G";
    private static final String OLD_SECRET = "whsec_b2xkIHNlY3JldCBvZiBzb21lIGJ5dGVzLCBhbmQgbW9yZQ==";

    @TempDir
    private Path folder;

    @AutoClose
    private final TextQueries queries = new TextQueries();

    @Test
    void readsFilterAddressesAndWebhook() throws IOException {
        Files.writeString(folder.resolve("desk.secret"), SECRET + "\n");
        write("""
                subscriptions:
                  - id: desk
                    name: Desk
                    filter: {signals: [treaty-move], dyads: [RUS-DPRK], minScore: 0.5}
                    email: [desk@localhost]
                    webhook: {url: "https://hooks.example.org/a", secretFile: desk.secret}
                """);
        var desk = subscriptions().find(new SubscriptionId("desk")).orElseThrow();
        assertThat(desk.filter().signals()).containsExactly(new SignalId("treaty-move"));
        assertThat(desk.filter().dyads()).map(Between::toString).containsExactly("DPRK-RUS");
        assertThat(desk.webhook())
                .isEqualTo(new Subscription.Webhook(
                        URI.create("https://hooks.example.org/a"), Format.STANDARD, List.of(SECRET), null));
        assertThat(desk.toString()).doesNotContain(SECRET);
        assertThat(desk.asksFirst()).isFalse();
    }

    @Test
    void readsSeveralSecretsAndFormsOfChats() throws IOException {
        write("""
                subscriptions:
                  - id: desk
                    name: Desk
                    webhook: {url: "https://hooks.example.org/a", secrets: [NEW, OLD], owner: kim@example.org}
                  - {id: chat, name: Chat, webhook: {url: "https://hooks.example.org/b", format: slack}}
                """.replace("NEW", SECRET).replace("OLD", OLD_SECRET));
        var subscriptions = subscriptions().all();
        assertThat(subscriptions.getFirst().webhook())
                .isEqualTo(new Subscription.Webhook(
                        URI.create("https://hooks.example.org/a"),
                        Format.STANDARD,
                        List.of(SECRET, OLD_SECRET),
                        "kim@example.org"));
        assertThat(subscriptions.getLast().webhook())
                .isEqualTo(new Subscription.Webhook(
                        URI.create("https://hooks.example.org/b"), Format.SLACK, List.of(), null));
    }

    @Test
    void readsWhenToTellAndWhomElse() throws IOException {
        write("""
                subscriptions:
                  - id: desk
                    name: Desk
                    timing:
                      groupWait: 30s
                      repeat: [claim]
                      digest: {cron: 0 7 * * mon-fri, zone: Asia/Seoul, empty: true}
                      quietHours: {from: 22:00, to: 07:00, zone: Asia/Seoul, days: [fri, sat]}
                    escalate: {after: 20m, to: [boss@localhost]}
                """);
        var desk = subscriptions().find(new SubscriptionId("desk")).orElseThrow();
        assertThat(desk.timing().groupWait()).hasSeconds(30);
        assertThat(desk.timing().told(List.of(News.DENIED, News.ORIGIN))).containsExactly(News.DENIED);
        assertThat(desk.timing().nextEmptyDigest(Instant.parse("2026-11-30T00:00:00Z")))
                .contains(Instant.parse("2026-11-30T22:00:00Z"));
        assertThat(desk.timing().quietHours()).isNotNull();
        assertThat(desk.escalation()).isEqualTo(new Escalation(Duration.ofMinutes(20), List.of("boss@localhost")));
        assertThat(desk.addresses()).contains("boss@localhost");
    }

    @Test
    void acceptsTheSubscriptionsThatShip() {
        assertThat(subscriptions(Path.of("../seeds/subscriptions")).all())
                .hasSize(1)
                .allSatisfy(subscription -> {
                    assertThat(subscription.email()).isEmpty();
                    assertThat(subscription.webhook()).isNull();
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "email: [desk] | 4: subscriptions[0].email[0]: desk (expected: an e-mail address",
                "email: [\"a@b\\nBcc: c@d\"] | 4: subscriptions[0].email[0]: ",
                "filter: {minScore: 2} | 4: subscriptions[0].filter.minScore: 2.0 (expected: a number from 0 to 1)",
                "filter: {signals: [Treaty]} | 4: subscriptions[0].filter.signals[0]: signalId: Treaty (expected:",
                "filter: {dyads: [DPRK]} | 4: subscriptions[0].filter.dyads[0]: DPRK (expected: two actors",
                "filter: {dyads: [RUS-RUS]} | 4: subscriptions[0].filter.dyads[0]: dyad: RUS twice",
                "filter: {statuses: [rumoured]} | (expected: reported, announced, denied, anticipated",
                "filter: {dyads: [RUS-USA-PRC]} | 4: subscriptions[0].filter.dyads[0]: RUS-USA-PRC (expected: two"
                        + " actors joined",
                "filter: {tiers: [deep]} | (expected: episodic, structural, context)",
                "filter: {surprise: [odd]} | (expected: within-range, unusual, rare, too-little-history)",
                "filter: {maxProbability: 0} | filter.maxProbability: 0.0 (expected: more than 0, at most 1)",
                "filter: {minOrigins: 0} | 4: subscriptions[0].filter.minOrigins: 0 (expected: a number from 1 to 100)",
                "filter: {sourceKinds: [blog]} | (expected: official, state-media, agency, press, think-tank)",
                "filter: {feeds: [A B]} | 4: subscriptions[0].filter.feeds[0]: feedId: A B (expected:",
                "filter: {leftOut: [prc]} | 4: subscriptions[0].filter.leftOut[0]: actorId: prc (expected:",
                "filter: {text: oil AND} | 4: subscriptions[0].filter.text: at character 8: something is missing here",
                "filter: {languages: [EN]} | 4: subscriptions[0].filter.languages[0]: EN (expected:",
                "filter: {operations: [feeds]} | (expected: feed, lag, dead-letter, endpoint",
                "filter: {operations: [feed], minScore: 0.1} | 4: subscriptions[0].filter.operations: beside wishes for news",
                "filter: {tone: sad} | filter.tone: unknown key (expected: one of dyads, families",
                "webhook: {url: \"ftp://x\", secret: S} | 4: subscriptions[0].webhook.url: ftp://x (expected: an http",
                "webhook: {url: \"http:///x\", secret: S} | 4: subscriptions[0].webhook.url: http:///x (expected:",
                "webhook: {url: \"http://x\"} | 4: subscriptions[0].webhook: secret missing (expected: one of secret,",
                "webhook: {url: \"http://x\", secrets: [], secretFiles: []} | 4: subscriptions[0].webhook: secret given twice",
                "webhook: {url: \"http://x\", secretFiles: []} | 4: subscriptions[0].webhook.secretFiles: 0 secrets (expected: 1 to 4)",
                "webhook: {url: \"http://x\", secretFiles: [no]} | 4: subscriptions[0].webhook.secretFiles[0]: no cannot be read",
                "webhook: {url: \"http://x\", secretFiles: [desk.yaml]} | 4: subscriptions[0].webhook.secretFiles[0]: not a secret",
                "webhook: {url: \"http://x\", secret: whsec_c2hvcnQ=} | 4: subscriptions[0].webhook.secret: not a secret",
                "webhook: {url: \"http://x\", secrets: []} | 4: subscriptions[0].webhook.secrets: 0 secrets (expected: 1 to 4)",
                "webhook: {url: \"http://x\", secrets: [whsec_c2hvcnQ=]} | 4: subscriptions[0].webhook.secrets[0]: not a secret",
                "webhook: {url: \"http://x\", format: discord} | (expected: standard, slack, teams, mattermost",
                "webhook: {url: \"http://x\", format: slack, owner: kim} | 4: subscriptions[0].webhook.owner: kim (expected: an e-mail",
                "timing: {groupWait: 2h} | 4: subscriptions[0].timing.groupWait: 7200s (expected: at most 1h, as in 30s)",
                "timing: {groupWait: soon} | 4: subscriptions[0].timing.groupWait: \"soon\" (expected: a whole number",
                "timing: {repeat: [rumour]} | subscriptions[0].timing.repeat[0]: \"rumour\" (expected: origin, claim, score)",
                "timing: {digest: {cron: hourly, zone: UTC}} | 4: subscriptions[0].timing.digest.cron: hourly (expected: minute",
                "timing: {digest: {cron: 0 7 * * *}} | 4: subscriptions[0].timing.digest.zone: missing (expected: a value for 'zone')",
                "timing: {quietHours: {from: 22:00, to: 7 am, zone: UTC}} | 4: subscriptions[0].timing.quietHours.to: 7 am (expected:",
                "escalate: {after: 8d, to: [a@b]} | 4: subscriptions[0].escalate.after: 691200s (expected: from 1s to 7d",
                "escalate: {after: 20m, to: []} | 4: subscriptions[0].escalate.to: none (expected: e-mail addresses)",
                "escalate: {after: 20m, to: [boss]} | 4: subscriptions[0].escalate.to[0]: boss (expected: an e-mail",
                "webhook: {url: \"http://x\", secretFile: no} | 4: subscriptions[0].webhook.secretFile: no cannot be read",
            })
    void saysWhereAFaultIsAndWhatIsAllowed(String fault, String expected) throws IOException {
        write("subscriptions:\n  - id: desk\n    name: Desk\n    " + fault + "\n");
        assertThatThrownBy(this::subscriptions)
                .isInstanceOf(InvalidSeedException.class)
                .hasMessageContaining("desk.yaml:")
                .hasMessageContaining(expected);
    }

    @Test
    void refusesTwoOfOneId() throws IOException {
        write("subscriptions:\n  - {id: desk, name: Desk}\n  - {id: desk, name: Desk}\n");
        assertThatThrownBy(this::subscriptions)
                .hasMessageContaining("desk.yaml:3: subscriptions[1].id: desk is there twice");
    }

    @Test
    void asksOfThoseWithATextQueryOnlyThoseThatMayWantAnArticle() throws IOException {
        write("""
            subscriptions:
              - {id: desk, name: Desk}
              - {id: words, name: Words, filter: {text: oil}}
              - {id: both, name: Both, filter: {text: oil, minScore: 0.5}}
            """);
        var subscriptions = subscriptions();
        var both = Set.of(new SubscriptionId("both"));
        assertThat(subscriptions.toAsk(Set.of(), both))
                .map(each -> each.id().value())
                .containsExactly("desk", "both");
        assertThat(subscriptions.wantWordsAlone(both)).isFalse();
        assertThat(subscriptions.wantWordsAlone(Set.of(new SubscriptionId("words"))))
                .isTrue();
    }

    private Subscriptions subscriptions() {
        return subscriptions(folder);
    }

    private Subscriptions subscriptions(Path from) {
        return new Subscriptions(new SubscriptionProperties(from), queries, _ -> {});
    }

    private void write(String yaml) throws IOException {
        Files.writeString(folder.resolve("desk.yaml"), yaml);
    }
}
