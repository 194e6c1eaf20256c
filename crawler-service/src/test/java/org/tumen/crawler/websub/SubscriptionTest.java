package org.tumen.crawler.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.model.feed.FeedId;

class SubscriptionTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Subscription NEW = Subscription.fresh(
            new Subscription.Terms(
                    new FeedId("world"),
                    new HubOffer(URI.create("https://hub.example/"), URI.create("https://news.example/feed")),
                    "token",
                    "secret",
                    URI.create("https://crawler.example/websub/token")),
            NOON);
    private static final Subscription VERIFIED = NEW.asked("asked for", NOON).verified(Duration.ofDays(10), NOON);

    @ParameterizedTest
    @CsvSource({"1, PT10M", "2, PT20M", "4, PT1H20M", "8, PT21H20M", "9, PT24H", "40, PT24H"})
    void asksAHubThatDoesNotComeBackLessAndLessOften(int attempts, Duration pause) {
        var subscription = NEW;
        for (var i = 0; i < attempts; i++) {
            subscription = subscription.asked("asked for", NOON);
        }
        assertThat(subscription.nextStep(NOON)).isEqualTo(NOON.plus(pause));
        assertThat(subscription.state()).isEqualTo(SubscriptionState.REQUESTED);
    }

    @Test
    void isLiveWhileItsLeaseLasts() {
        assertThat(NEW.isLive(NOON)).isFalse();
        assertThat(VERIFIED.isLive(NOON.plus(Duration.ofDays(9)))).isTrue();
        assertThat(VERIFIED.isLive(NOON.plus(Duration.ofDays(10)))).isFalse();
    }

    @Test
    void isRenewedWhenAFifthOfItsLeaseIsLeft() {
        assertThat(VERIFIED.nextStep(NOON)).isEqualTo(NOON.plus(Duration.ofDays(8)));
    }

    @Test
    void staysLiveWhileItIsRenewedAndEndsWithItsLease() {
        var late = NOON.plus(Duration.ofDays(8));
        var asked = VERIFIED.asked("HTTP 503", late);
        assertThat(asked.isLive(late)).isTrue();
        assertThat(asked.nextStep(late)).isEqualTo(late.plus(Duration.ofMinutes(10)));

        var end = NOON.plus(Duration.ofDays(10));
        assertThat(asked.nextStep(end.minusSeconds(60))).isEqualTo(end);
        assertThat(asked.asked("HTTP 503", end).state()).isEqualTo(SubscriptionState.REQUESTED);
    }

    @Test
    void fallsSilentWhenTwoPollsInARowFindWhatWasNotPushed() {
        assertThat(VERIFIED.missed(NOON).state()).isEqualTo(SubscriptionState.VERIFIED);
        assertThat(VERIFIED.missed(NOON).pushed(NOON).missed(NOON).state()).isEqualTo(SubscriptionState.VERIFIED);
        var silent = VERIFIED.missed(NOON).missed(NOON);
        assertThat(silent.state()).isEqualTo(SubscriptionState.SILENT);
        assertThat(silent.nextStep(NOON)).isEqualTo(NOON.plus(Duration.ofDays(1)));
    }

    @Test
    void doesNotBeginAgainWhileItEnds() {
        var ending = VERIFIED.ending("the feed is not configured any more", NOON);

        assertThat(ending.asked("asked to end it", NOON).state()).isEqualTo(SubscriptionState.ENDING);
        assertThat(ending.ending("again", NOON.plusSeconds(1))).isEqualTo(ending);
    }
}
