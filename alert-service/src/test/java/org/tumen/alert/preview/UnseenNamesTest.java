package org.tumen.alert.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tumen.alert.Assessments;
import org.tumen.alert.subscription.Subscriptions;

class UnseenNamesTest {

    private final UnseenNames names = new UnseenNames();

    @Test
    void areToldWithTheNearestThatWasSeen() {
        names.take(Assessments.of("treaty-move", "A pact", "They signed a pact.", "signed a pact"));
        assertThat(unseen("{'signals': ['tready-move', 'treaty-move', 'arms-sale'], 'languages': ['em', 'ko']}"))
                .containsExactly(
                        "filter.signals: arms-sale was in none of the articles",
                        "filter.signals: tready-move was in none of the articles (did you mean treaty-move?)",
                        "filter.languages: em was in none of the articles (did you mean en?)",
                        "filter.languages: ko was in none of the articles");
    }

    @Test
    void areActorsAndFeedsToo() {
        names.take(Assessments.of("treaty-move", "A pact", "They signed a pact.", "signed a pact"));
        assertThat(unseen("{'dyads': ['*>DPRKK'], 'feeds': ['nobody-reads-it']}"))
                .containsExactly(
                        "filter.dyads: DPRKK was in none of the articles (did you mean DPRK?)",
                        "filter.feeds: nobody-reads-it was in none of the articles");
    }

    @Test
    void areNoneWhereNothingWasLookedAt() {
        assertThat(unseen("{'signals': ['tready-move']}")).isEmpty();
    }

    private List<String> unseen(String filter) {
        var json = "{'id': 'a', 'name': 'A', 'filter': " + filter + "}";
        return names.in(Subscriptions.proposed(json.replace('\'', '"')).filter());
    }
}
