package org.tumen.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PeersTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void whoFindsAllCallsTakenGoesOnAsSoonAsOneEnds() throws Exception {
        var peers = new Peers(1, LONG);
        assertThat(peers.enter("slow")).isTrue();
        var next = CompletableFuture.supplyAsync(() -> peers.enter("slow"));

        peers.leave("slow");

        assertThat(next.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aPeerThatDoesNotAnswerIsWaitedForByAFewOnly() throws Exception {
        var peers = new Peers(2, LONG);
        assertThat(peers.enter("dead")).isTrue();
        assertThat(peers.enter("dead")).isTrue();

        // There is room for two who wait: whichever of three comes last does not.
        var three = IntStream.range(0, 3)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> peers.enter("dead"), Thread.ofVirtual()::start))
                .toArray(CompletableFuture[]::new);

        assertThat(CompletableFuture.anyOf(three).get(20, TimeUnit.SECONDS)).isEqualTo(false);
        assertThat(peers.enter("another")).isTrue();
    }

    @Test
    void nobodyWaitsLongerThanAMoment() {
        var peers = new Peers(1, Duration.ofMillis(1));
        assertThat(peers.enter("dead")).isTrue();
        assertThat(peers.enter("dead")).isFalse();

        peers.leave("dead");

        assertThat(peers.enter("dead")).isTrue();
    }
}
