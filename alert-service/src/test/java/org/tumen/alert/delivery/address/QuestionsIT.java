package org.tumen.alert.delivery.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tumen.alert.OwnSchema;
import org.tumen.alert.delivery.address.Questions.Due;
import org.tumen.alert.subscription.Subscriptions.Written;
import org.tumen.model.alert.SubscriptionId;

/** Whom to ask next, of many. */
class QuestionsIT {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final SubscriptionId DESK = new SubscriptionId("desk");

    private final OwnSchema schema = OwnSchema.named("questions");

    @BeforeEach
    void empty() {
        schema.jdbc().sql("truncate address").update();
    }

    @Test
    void asksThriceADayApartAndThenNoMore() {
        at(NOON).written(new Written(DESK, Set.of("kim@example.org")));
        for (var day = 0; day < 3; day++) {
            var then = at(NOON.plus(Duration.ofDays(day)));
            var due = then.due(10);
            assertThat(due).containsExactly(new Due(DESK, "kim@example.org", day));
            then.asked(due);
            assertThat(at(NOON.plus(Duration.ofDays(day)).plusSeconds(3600)).due(10))
                    .isEmpty();
        }
        var later = at(NOON.plus(Duration.ofDays(30)));
        assertThat(later.due(10)).isEmpty();
        later.written(new Written(DESK, Set.of("kim@example.org")));
        assertThat(later.due(10)).as("named once more").isEmpty();
    }

    @Test
    void asksNobodyWhoIsNotNamedAnyMoreOrHasAnswered() {
        var now = at(NOON);
        now.written(new Written(DESK, Set.of("kim@example.org", "lee@example.org", "min@example.org")));
        schema.jdbc()
                .sql("update address set confirmed_at = now(), ask_at = null where address like 'lee%'")
                .update();
        now.written(new Written(DESK, Set.of("lee@example.org", "min@example.org")));
        assertThat(now.due(10)).containsExactly(new Due(DESK, "min@example.org", 0));
        now.written(new Written(DESK, Set.of()));
        assertThat(now.due(10)).isEmpty();
    }

    @Test
    void letsOneThatCannotBeAskedNowWaitBehindTheOthers() {
        at(NOON).named(DESK, Set.of("first@example.org"));
        at(NOON.plusSeconds(1)).named(new SubscriptionId("other"), Set.of("second@example.org"));
        var later = at(NOON.plusSeconds(2));
        later.postponed(later.due(1));
        assertThat(later.due(2)).extracting(Due::address).containsExactly("second@example.org", "first@example.org");
    }

    /** Of a hundred thousand that are confirmed a look touches none, in one statement. */
    @Test
    void touchesOnlyWhatIsDue() {
        schema.jdbc().sql("""
                insert into address (subscription, address, asked_at, asked, confirmed_at)
                select 'many-' || n, 'reader@example.org', now(), 1, now() from generate_series(1, 20000) as n""").update();
        schema.jdbc().sql("analyze address").update();
        var now = at(NOON);
        now.named(DESK, Set.of("kim@example.org"));
        assertThat(now.due(500)).containsExactly(new Due(DESK, "kim@example.org", 0));
        var plan = String.join("\n", schema.jdbc().sql("""
                        explain (analyze, costs off, timing off)
                        select subscription, address, asked from address where ask_at <= now() order by ask_at limit 500""").query(String.class).list());
        assertThat(plan).contains("Index Scan using address_to_ask on address (actual rows=1");
    }

    /** What an older version has asked goes on where it was. */
    @Test
    void goesOnWithWhatWasAskedBefore() {
        schema.jdbc()
                .sql(
                        "insert into address (subscription, address, asked_at, asked) values ('desk', 'kim@example.org', :then, 2)")
                .param("then", NOON.minus(Duration.ofHours(4)).atOffset(ZoneOffset.UTC))
                .update();
        at(NOON).named(DESK, Set.of("kim@example.org"));
        assertThat(at(NOON).due(10)).isEmpty();
        assertThat(at(NOON.plus(Duration.ofHours(20))).due(10)).isEqualTo(List.of(new Due(DESK, "kim@example.org", 2)));
    }

    private Questions at(Instant time) {
        return new Questions(schema.jdbc(), Clock.fixed(time, ZoneOffset.UTC));
    }
}
