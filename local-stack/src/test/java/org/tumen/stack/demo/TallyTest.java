package org.tumen.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tumen.model.assessment.SignalId;
import org.tumen.stack.catcher.Caught;
import org.tumen.stack.catcher.Caught.Channel;
import org.tumen.stack.demo.Tally.Verdict;
import org.tumen.stack.newsroom.Expected;
import org.tumen.stack.newsroom.Item;

class TallyTest {

    private final Item treaty =
            item("treaty", new Expected(new SignalId("treaty-move"), "DPRK-RUS", "signed", null), false);
    private final Item korean = item("korean", new Expected(new SignalId("treaty-move"), "DPRK-RUS", "서명", null), true);
    private final Item noise = item("noise", null, false);
    private final Tally tally = new Tally(List.of(treaty, korean, noise));

    @Test
    void isContentWhenBothChannelsBroughtAnExpectedAlert() {
        assertThat(tally.missing()).hasSize(2);

        assertThat(tally.add(mail("<1@x>"), Optional.of(treaty))).isInstanceOf(Verdict.Expected.class);
        assertThat(tally.add(webhook("msg_1"), Optional.of(treaty))).isInstanceOf(Verdict.Expected.class);

        assertThat(tally.missing()).isEmpty();
        assertThat(tally.faults()).isEmpty();
    }

    @Test
    void namesTheChannelThatIsMissing() {
        tally.add(mail("<1@x>"), Optional.of(treaty));

        assertThat(tally.missing()).containsExactly("treaty by webhook: treaty-move DPRK-RUS");
    }

    @Test
    void takesARepeatUnderTheSameIdAsAllowed() {
        tally.add(mail("<1@x>"), Optional.of(treaty));

        assertThat(tally.add(mail("<1@x>"), Optional.of(treaty))).isInstanceOf(Verdict.Again.class);
        assertThat(tally.faults()).isEmpty();
    }

    @Test
    void findsASecondId() {
        tally.add(mail("<1@x>"), Optional.of(treaty));

        assertThat(tally.add(mail("<2@x>"), Optional.of(treaty))).isInstanceOf(Verdict.Wrong.class);
        assertThat(tally.faults()).singleElement().asString().contains("second id on one mail: treaty");
    }

    @Test
    void findsAnAlertOnNoise() {
        tally.add(webhook("msg_1"), Optional.of(noise));

        assertThat(tally.faults()).singleElement().asString().contains("noise raised an alert (webhook): noise");
    }

    @Test
    void findsAnAlertAboutNothing() {
        tally.add(mail("<1@x>"), Optional.empty());

        assertThat(tally.faults()).singleElement().asString().contains("about nothing that was published");
    }

    @Test
    void neitherDemandsNorForbidsWhatIsMarkedForLater() {
        assertThat(tally.missing()).noneMatch(line -> line.startsWith("korean"));

        assertThat(tally.add(mail("<3@x>"), Optional.of(korean))).isInstanceOf(Verdict.Later.class);
        assertThat(tally.faults()).isEmpty();
    }

    @Test
    void doesNotCountADeliveryWithAFault() {
        var forged = new Caught(
                Channel.WEBHOOK, "msg_1", Instant.EPOCH, "", "", Optional.empty(), List.of("signature: no match"));

        assertThat(tally.add(forged, Optional.of(treaty))).isInstanceOf(Verdict.Wrong.class);
        assertThat(tally.missing()).hasSize(2);
    }

    private static Caught mail(String id) {
        return new Caught(Channel.MAIL, id, Instant.EPOCH, "", "A subject", Optional.empty(), List.of());
    }

    private static Caught webhook(String id) {
        return new Caught(Channel.WEBHOOK, id, Instant.EPOCH, "", "A title", Optional.empty(), List.of());
    }

    private static Item item(String id, @Nullable Expected expected, boolean later) {
        return new Item(
                id,
                1,
                0,
                "outlet",
                "A title",
                List.of("A text"),
                expected == null ? null : List.of(expected),
                later,
                null,
                null);
    }
}
