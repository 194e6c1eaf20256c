package org.tumen.alert.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tumen.alert.access.Caller.Role;

class ClaimsTest {

    private final Claims claims = new Claims(new OidcProperties(
            "preferred_username", "groups", Map.of("desk", Role.ANALYST, "ops", Role.OPERATOR), null));

    @Test
    void givesTheGreatestOfTheRolesThatAreNamed() {
        assertThat(claims.role(Map.of("groups", List.of("desk", "choir", "ops"))))
                .contains(Role.OPERATOR);
        assertThat(claims.role(Map.of("groups", "choir desk"))).contains(Role.ANALYST);
    }

    @Test
    void letsNobodyInOfWhomNothingIsSaidUnlessThatIsConfigured() {
        assertThat(claims.role(Map.of())).isEmpty();
        assertThat(claims.role(Map.of("groups", List.of("choir")))).isEmpty();
        var open = new Claims(new OidcProperties("name", "groups", Map.of(), Role.READER));
        assertThat(open.role(Map.of("groups", List.of("choir")))).contains(Role.READER);
    }

    @Test
    void namesNobodyAsSomebodyWithAPasswordHereIsNamed() {
        assertThat(claims.name(Map.of("preferred_username", "admin"), "7", "desk"))
                .isEqualTo("admin@desk");
        assertThat(claims.name(Map.of("preferred_username", "Kim <b>"), "7", "desk"))
                .isEqualTo("kimb@desk");
        assertThat(claims.name(Map.of(), "248289761001", "desk")).isEqualTo("248289761001@desk");
    }
}
