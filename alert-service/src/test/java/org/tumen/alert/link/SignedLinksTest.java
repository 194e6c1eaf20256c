package org.tumen.alert.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.alert.link.SignedLinks.Purpose;

class SignedLinksTest {

    private static final List<String> FACTS = List.of("triangle-desk", "desk@example.org");

    private final SignedLinks links = links("a key of the first desk, 32 bytes", "https://tumen.example.org");

    @Test
    void readsWhatItWrote() {
        var link = links.to(Purpose.UNSUBSCRIBE, FACTS).orElseThrow().toString();
        assertThat(link).matches("https://tumen\\.example\\.org/unsubscribe/[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{22}");
        assertThat(links.read(Purpose.UNSUBSCRIBE, tokenOf(link))).contains(FACTS);
    }

    @Test
    void doesNotTakeALinkForWhatItWasNotMadeFor() {
        var token = tokenOf(links.to(Purpose.UNSUBSCRIBE, FACTS).orElseThrow().toString());
        assertThat(links.read(Purpose.CONFIRM, token)).isEmpty();
    }

    @Test
    void doesNotTakeAnotherKeysLink() {
        var other = links("a key of the other desk, 32 bytes", "https://tumen.example.org");
        var token = tokenOf(other.to(Purpose.CONFIRM, FACTS).orElseThrow().toString());
        assertThat(links.read(Purpose.CONFIRM, token)).isEmpty();
    }

    @Test
    void doesNotTakeOtherFactsUnderTheSameSignature() {
        var token = tokenOf(links.to(Purpose.CONFIRM, FACTS).orElseThrow().toString());
        var forged = Base64.getUrlEncoder().withoutPadding().encodeToString("all\nme@example.org".getBytes(UTF_8))
                + token.substring(token.indexOf('.'));
        assertThat(links.read(Purpose.CONFIRM, forged)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "x", "a.b.c", "%00.%00", "YQ.", "YQ==.YQ=="})
    void takesNothingElse(String token) {
        assertThat(links.read(Purpose.CONFIRM, token)).isEmpty();
    }

    @Test
    void refusesAFactThatWouldReadAsTwo() {
        assertThatThrownBy(() -> links.to(Purpose.CONFIRM, List.of("a\nb")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void makesNoneWhereNobodyKnowsTheAddress() {
        var nowhere = new SignedLinks(Optional::empty, new LinkKey(() -> new byte[32]));
        assertThat(nowhere.to(Purpose.CONFIRM, FACTS)).isEmpty();
    }

    private static SignedLinks links(String key, String base) {
        return new SignedLinks(() -> Optional.of(base), new LinkKey(() -> key.getBytes(UTF_8)));
    }

    private static String tokenOf(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
