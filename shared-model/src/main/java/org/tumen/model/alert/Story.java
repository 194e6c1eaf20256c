package org.tumen.model.alert;

import java.util.List;

/**
 * The event that an alert is about, as all articles on it tell it so far, across outlets and languages.
 *
 * @param id the same for life
 * @param origins how many independent origins stand by it; reprints, outlets of one family and copies of one agency are
 *     one; zero when all have taken it back
 * @param reprints how many further articles repeat them
 * @param claim how the claim stands
 * @param news what is new since the receiver was last told, most important first
 */
public record Story(StoryId id, int origins, int reprints, ClaimState claim, List<News> news) {

    public Story {
        news = List.copyOf(news);
        if (origins < 0 || reprints < 0) {
            throw new IllegalArgumentException(
                    "origins: " + origins + ", reprints: " + reprints + " (expected: none below 0)");
        }
        if (news.isEmpty()) {
            throw new IllegalArgumentException("news: none (expected: what is new)");
        }
    }
}
