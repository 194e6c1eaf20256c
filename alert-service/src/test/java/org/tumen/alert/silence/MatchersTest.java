package org.tumen.alert.silence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.envelope.Golden;

class MatchersTest {

    private static final SubscriptionId DESK = new SubscriptionId("desk");

    @Test
    void aSilenceOfASignalLeavesAnAlertOnWordsAlone() {
        var onWords = alert("alert-raised-on-words");
        assertThat(matchers(Set.of(new SignalId("leader-message")), "ko").fit(onWords, DESK))
                .isFalse();
        assertThat(matchers(null, "ko").fit(onWords, DESK)).isTrue();
        assertThat(matchers(null, "en").fit(onWords, DESK)).isFalse();
    }

    private static AlertRaised alert(String golden) {
        return EventRecords.read(Golden.record(golden), AlertRaised.class).event();
    }

    private static Matchers matchers(@Nullable Set<SignalId> signals, String language) {
        return new Matchers(signals, null, null, null, null, null, Set.of(language), null);
    }
}
