package org.tumen.bench.stories;

import java.util.List;
import org.tumen.alert.story.link.Linking;

/**
 * Of the stories as they were put together: how many origins were counted, and how many there really are.
 *
 * @param wronglyTwo of those of which two or more were told, the ones that have one
 * @param rightlyTwo of those that have two or more, the ones of which two or more were told
 */
record Origins(Share wronglyTwo, Share rightlyTwo) {

    static Origins of(List<StoryItem> items, Placing.Placed placed) {
        var told = 0;
        var toldOfOne = 0;
        var there = 0;
        var toldOfTwo = 0;
        for (var story : placed.accounts().entrySet()) {
            var isTold = Linking.origins(story.getValue()).standing() >= 2;
            var isThere = real(items, placed, story.getKey()) >= 2;
            told += isTold ? 1 : 0;
            toldOfOne += isTold && !isThere ? 1 : 0;
            there += isThere ? 1 : 0;
            toldOfTwo += isTold && isThere ? 1 : 0;
        }
        return new Origins(new Share(toldOfOne, told), new Share(toldOfTwo, there));
    }

    /** How many there are in a story, among the items in which something was found. */
    static long real(List<StoryItem> items, Placing.Placed placed, String story) {
        return items.stream()
                .filter(item -> story.equals(placed.storyOf().get(item.id())))
                .filter(item -> !placed.nothingFound().contains(item.id()))
                .map(StoryItem::origin)
                .distinct()
                .count();
    }
}
