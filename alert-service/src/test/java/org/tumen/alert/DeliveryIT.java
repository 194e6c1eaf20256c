package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tumen.alert.Mails.mailsTo;

import java.util.LinkedHashSet;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

/** What comes of a delivery when the other side is down, refuses, redirects or lies. */
class DeliveryIT extends WholeService {

    @Test
    void triesAFailedWebhookAgainUnderTheSameIdWithANewSignature() {
        RealParts.RECEIVER.answers("/retry", status(500, "out of order"));
        var assessed = Assessments.of("treaty-move", "A treaty was signed", "They signed a treaty.", "signed a treaty");
        publish(assessed);
        soon(() -> assertThat(delivery(assessed, "webhook")).isEqualTo("delivered"));
        var calls = RealParts.RECEIVER.calls("/retry");
        assertThat(calls).hasSize(2);
        assertThat(calls.getLast().id()).isEqualTo(calls.getFirst().id());
        assertThat(calls.getLast().body()).isEqualTo(calls.getFirst().body());
        assertThat(calls.getLast().timestamp()).isNotEqualTo(calls.getFirst().timestamp());
        assertThat(calls.getLast().signature()).isNotEqualTo(calls.getFirst().signature());
        assertThat(attempts(assessed, "webhook"))
                .containsExactly("failed: HTTP 500: out of order", "accepted: HTTP 204");
    }

    @Test
    void settlesAnAttemptWithItsTaskAndTheFailuresOfItsEndpointInOneMoment() {
        RealParts.RECEIVER.answers("/at-once", status(500, "out of order"));
        var assessed = Assessments.of("at-once", "It was settled", "They settled it.", "settled it");
        publish(assessed);
        var seen = new LinkedHashSet<String>();
        soon(() -> {
            seen.add(standing(assessed));
            assertThat(seen).contains("delivered");
        });
        assertThat(seen).contains("pending, to be done, failing");
        assertThat(seen).isSubsetOf("none", "pending, to be done", "pending, to be done, failing", "delivered");
    }

    @Test
    void leavesAnEndpointAloneThatIsGone() {
        RealParts.RECEIVER.answers("/gone", status(410, "gone"));
        var first = Assessments.of("aid-cut", "Aid was cut", "They cut the aid.", "cut the aid");
        publish(first);
        soon(() -> assertThat(delivery(first, "webhook")).isEqualTo("dead: HTTP 410: gone"));
        var second = Assessments.of("aid-cut", "Aid was cut again", "They cut it again.", "cut it again");
        publish(second);
        soon(() -> assertThat(delivery(second, "webhook")).startsWith("dead: switched off since 20"));
        assertThat(RealParts.RECEIVER.calls("/gone")).hasSize(1);
    }

    @Test
    void callsAnEndpointAgainThatWasGoneOnceItsEntryHasChanged() {
        RealParts.RECEIVER.answers("/back", status(410, "gone"));
        var first = Assessments.of("envoy-visit", "An envoy came", "An envoy came by.", "came by");
        publish(first);
        soon(() -> assertThat(delivery(first, "webhook")).isEqualTo("dead: HTTP 410: gone"));

        lookAtEndpointsAsAtTheStart();
        var second = Assessments.of("envoy-visit", "An envoy came again", "He came by again.", "came by");
        publish(second);
        soon(() -> assertThat(delivery(second, "webhook")).startsWith("dead: switched off since 20"));

        pretendAnotherSecret("back");
        lookAtEndpointsAsAtTheStart();
        var third = Assessments.of("envoy-visit", "An envoy came for good", "He came by for good.", "came by");
        publish(third);
        soon(() -> assertThat(delivery(third, "webhook")).isEqualTo("delivered"));
    }

    @Test
    void forgetsOldAlertsWithAllThatBelongsToThem() {
        var old = Assessments.of("summit", "A summit was held", "They held a summit.", "held a summit");
        var recent = Assessments.of("summit", "A summit is held", "They hold a summit.", "hold a summit");
        publish(old);
        publish(recent);
        soon(() -> assertThat(delivery(old, "webhook")).isEqualTo("delivered"));
        soon(() -> assertThat(delivery(recent, "webhook")).isEqualTo("delivered"));
        raisedBefore(old, 181);
        raisedBefore(recent, 179);

        forgetOldAlerts();

        soon(() -> assertThat(alerts(old)).isZero());
        assertThat(delivery(old, "webhook")).isEqualTo("none");
        assertThat(attempts(old, "webhook")).isEmpty();
        assertThat(delivery(recent, "webhook")).isEqualTo("delivered");
    }

    @Test
    void followsNoRedirectAndGivesUpInTheEnd() {
        var redirect = new MockResponse.Builder()
                .code(302)
                .addHeader("Location", RealParts.RECEIVER.url("/elsewhere"))
                .build();
        RealParts.RECEIVER.answers("/moved", redirect, redirect, redirect, redirect);
        var assessed = Assessments.of("aid-shipment", "Rice was shipped", "They shipped rice.", "shipped rice");
        publish(assessed);
        soon(() -> assertThat(delivery(assessed, "webhook"))
                .isEqualTo("dead: given up after 4 attempts: HTTP 302 (redirects are not followed)"));
        assertThat(RealParts.RECEIVER.calls("/elsewhere")).isEmpty();
    }

    @Test
    void callsNoPrivateAddressAndStillSendsTheMail() {
        var assessed = Assessments.of("troop-deployment", "Troops were sent", "They sent troops.", "sent troops");
        publish(assessed);
        soon(() -> assertThat(delivery(assessed, "webhook")).startsWith("dead: forbidden address"));
        soon(() -> assertThat(mailsTo("inside@example.org")).hasSize(1));
    }

    @Test
    void waitsForAMailServerThatIsDownWithoutDelayingTheWebhook() throws Exception {
        RealParts.MAIL.stop();
        var assessed = Assessments.of("arms-transfer", "Shells were sent", "They sent shells.", "sent shells");
        publish(assessed);
        soon(() -> assertThat(delivery(assessed, "webhook")).isEqualTo("delivered"));
        soon(() -> assertThat(delivery(assessed, "email")).startsWith("pending: Couldn't connect to host"));
        RealParts.MAIL.start();
        soon(() -> assertThat(delivery(assessed, "email")).isEqualTo("delivered"));
        assertThat(mailsTo("late@example.org")).hasSize(1);
    }

    @Test
    void bringsATitleThatEndsInHalfACharacter() {
        var assessed = Assessments.of("aid-offer", "A smile \uD83D", "Half \uDE00 of it was offered.", "was offered");
        publish(assessed);
        soon(() -> assertThat(delivery(assessed, "webhook")).isEqualTo("delivered"));
        assertThat(alertText(assessed)).isEqualTo("Half \uFFFD of it was offered.");
        assertThat(RealParts.RECEIVER.calls("/half").getFirst().body()).contains("A smile \uFFFD");
    }

    @Test
    void givesUpADeliveryThatMeetsABug() {
        var busy = status(500, "busy");
        RealParts.RECEIVER.answers("/bug", busy, busy, busy, busy);
        var assessed = Assessments.of("sanctions-relief", "Relief was given", "They gave relief.", "gave relief");
        publish(assessed);
        soon(() -> assertThat(attempts(assessed, "webhook")).contains("failed: HTTP 500: busy"));
        soon(() -> assertThat(waitingToBePublished(assessed)).isZero());
        try (var _ = withUnreadableEvent(assessed)) {
            soon(() -> assertThat(delivery(assessed, "webhook"))
                    .startsWith("dead: given up after 4 attempts: internal: org.tumen.model.json.UnreadableEvent"));
        }
        assertThat(attempts(assessed, "webhook")).hasSize(4);
    }

    private static MockResponse status(int code, String body) {
        return new MockResponse.Builder().code(code).body(body).build();
    }
}
