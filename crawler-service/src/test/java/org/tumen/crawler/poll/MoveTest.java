package org.tumen.crawler.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tumen.http.HttpOutcome.Redirect;

class MoveTest {

    private static final URI OLD = URI.create("http://news.example/feed");
    private static final URI NEW = URI.create("https://news.example/feed");
    private static final URI CDN = URI.create("https://cdn.example/feed");
    private static final List<Redirect> FOR_GOOD = List.of(new Redirect(301, OLD, NEW));

    @Test
    void believesAPermanentRedirectThatIsSeenFiveTimesInARow() {
        var move = seen(4, FOR_GOOD);
        assertThat(move.to()).isNull();

        assertThat(move.found(FOR_GOOD)).isEqualTo(new Move(NEW, null, 0));
    }

    @Test
    void startsCountingAgainAfterAnAnswerWithoutOneOrWithAnother() {
        assertThat(seen(4, FOR_GOOD).found(List.of())).isEqualTo(Move.NONE);
        assertThat(seen(4, FOR_GOOD).found(List.of(new Redirect(308, OLD, CDN))))
                .isEqualTo(new Move(null, CDN, 1));
        assertThat(seen(4, FOR_GOOD).failed(1)).isEqualTo(Move.NONE);
    }

    @Test
    void doesNotKeepATemporaryAddress() {
        assertThat(seen(9, List.of(new Redirect(302, OLD, CDN)))).isEqualTo(Move.NONE);
        assertThat(seen(5, List.of(new Redirect(308, OLD, NEW), new Redirect(307, NEW, CDN)))
                        .to())
                .isEqualTo(NEW);
    }

    @Test
    void goesBackToTheConfiguredAddressWhenTheNewOneFailsForLong() {
        var moved = new Move(NEW, null, 0);

        assertThat(moved.failed(2)).isEqualTo(moved);
        assertThat(moved.failed(3)).isEqualTo(Move.NONE);
    }

    private static Move seen(int times, List<Redirect> redirects) {
        var move = Move.NONE;
        for (var i = 0; i < times; i++) {
            move = move.found(redirects);
        }
        return move;
    }
}
