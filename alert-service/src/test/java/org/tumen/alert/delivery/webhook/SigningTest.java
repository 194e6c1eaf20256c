package org.tumen.alert.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningTest {

    /** Secret, id, time and body of the reference implementations' own tests; openssl makes the same signature. */
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final Instant TIME = Instant.ofEpochSecond(1_614_265_330);

    @Test
    void signsAsTheSpecificationSays() {
        assertThat(Signing.headers(List.of(SECRET), ID, TIME, BODY))
                .containsEntry("webhook-id", ID)
                .containsEntry("webhook-timestamp", "1614265330")
                .containsEntry("webhook-signature", SIGNATURE)
                .hasSize(3);
    }

    @Test
    void signsWithEachSecretWhileOneIsChangedForAnother() {
        var next = "whsec_b2xkIHNlY3JldCBvZiBzb21lIGJ5dGVzLCBhbmQgbW9yZQ==";
        var signatures = Signing.headers(List.of(next, SECRET), ID, TIME, BODY).get("webhook-signature");
        assertThat(signatures).isNotNull().startsWith("v1,").endsWith(" " + SIGNATURE);
        assertThat(signatures.split(" ")).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void signsEachAttemptAnew() {
        var later = Signing.headers(List.of(SECRET), ID, TIME.plusSeconds(5), BODY);
        assertThat(later).containsEntry("webhook-id", ID).containsEntry("webhook-timestamp", "1614265335");
        assertThat(later.get("webhook-signature")).isNotEqualTo(SIGNATURE);
    }
}
