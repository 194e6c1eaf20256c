package org.tumen.alert.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.moment.Moment;
import org.tumen.model.feed.FeedSettingsChanged;

/**
 * A feed as operators see it.
 *
 * @param state {@code unknown} where the crawler has not said yet
 * @param since null where the state is unknown
 * @param why as the crawler says
 * @param trouble the last one, whether it is over or not; null when there was none
 * @param days how many articles appeared on each of the last days, the oldest first
 * @param articles their sum
 * @param rhythm {@code about every 3 h}, from the first of them until now; a dash where there is too little to say
 * @param delay from the appearance of an article to its discovery, the half of them sooner; a dash likewise
 * @param last when the last article appeared; null when none did
 * @param wanted of it, beside the crawler's files; null for nothing
 */
record FeedRow(
        String feed,
        String state,
        @Nullable Moment since,
        String why,
        @Nullable String trouble,
        @Nullable Moment troubleAt,
        List<Integer> days,
        int articles,
        String rhythm,
        String delay,
        @Nullable Moment last,
        @Nullable FeedSettingsChanged wanted) {

    private static final List<String> ASK_FOR_A_LOOK =
            List.of("refused", "gone", "failing", "empty", "throttled", "quiet");

    /** Whether it is in a state that is trouble. */
    boolean isTroubled() {
        return rank() < ASK_FOR_A_LOOK.indexOf("quiet");
    }

    /** Whether somebody added it, and it stands in no file. */
    public boolean isAdded() {
        return wanted != null && wanted.definition() != null;
    }

    /** Whether somebody wants it paused. */
    public boolean isPaused() {
        return wanted != null && wanted.paused();
    }

    /** What was asked for and the crawler has not said yet; empty when there is nothing. */
    public String awaited() {
        var isPausedNow = state.equals("paused");
        if (wanted != null && wanted.paused() && !isPausedNow && !state.equals("refused")) {
            return "to be paused, says " + wanted.by();
        }
        return isPausedNow && !isPaused() ? "to be polled again" : "";
    }

    /** Those that ask for a look come first. */
    int rank() {
        var rank = ASK_FOR_A_LOOK.indexOf(state);
        return rank < 0 ? ASK_FOR_A_LOOK.size() : rank;
    }

    /** How high the bar of a day is, of 20. */
    public int height(int day) {
        var most = days.stream().mapToInt(Integer::intValue).max().orElse(0);
        return most == 0 ? 0 : (int) Math.ceil(20.0 * days.get(day) / most);
    }
}
