package org.tumen.crawler.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The shortest way from one list of words to another (Myers 1986, "An O(ND) difference algorithm"). Beyond a bound on
 * its length, everything between the common beginning and the common end counts as one edit: by then a text was
 * rewritten, and the search would take long.
 */
final class Edits {

    private static final int MAX_LENGTH = 600;

    /** Words of the old list that words of the new one took the place of; one of the two may be none. */
    record Hunk(int oldFrom, int oldTo, int newFrom, int newTo) {}

    private final List<String> before;
    private final List<String> now;
    private final int begin;
    private final int oldEnd;
    private final int newEnd;

    private Edits(List<String> before, List<String> now) {
        this.before = before;
        this.now = now;
        var shorter = Math.min(before.size(), now.size());
        var same = 0;
        while (same < shorter && before.get(same).equals(now.get(same))) {
            same++;
        }
        this.begin = same;
        var sameAtEnd = 0;
        while (sameAtEnd < shorter - same
                && before.get(before.size() - 1 - sameAtEnd).equals(now.get(now.size() - 1 - sameAtEnd))) {
            sameAtEnd++;
        }
        this.oldEnd = before.size() - sameAtEnd;
        this.newEnd = now.size() - sameAtEnd;
    }

    /** In their order; neighbours do not touch. */
    static List<Hunk> between(List<String> before, List<String> now) {
        var edits = new Edits(List.copyOf(before), List.copyOf(now));
        if (edits.begin == edits.oldEnd && edits.begin == edits.newEnd) {
            return List.of();
        }
        return edits.search();
    }

    private List<Hunk> search() {
        var oldLength = oldEnd - begin;
        var newLength = newEnd - begin;
        var limit = Math.min(MAX_LENGTH, oldLength + newLength);
        var furthest = new int[2 * limit + 3];
        var steps = new ArrayList<int[]>();
        for (var length = 0; length <= limit; length++) {
            steps.add(furthest.clone());
            for (var diagonal = -length; diagonal <= length; diagonal += 2) {
                var x = isDown(furthest, diagonal, length, limit)
                        ? furthest[limit + 1 + diagonal + 1]
                        : furthest[limit + 1 + diagonal - 1] + 1;
                var y = x - diagonal;
                while (x < oldLength && y < newLength && before.get(begin + x).equals(now.get(begin + y))) {
                    x++;
                    y++;
                }
                furthest[limit + 1 + diagonal] = x;
                if (x >= oldLength && y >= newLength) {
                    return walkBack(steps, length, limit);
                }
            }
        }
        return List.of(new Hunk(begin, oldEnd, begin, newEnd));
    }

    private static boolean isDown(int[] furthest, int diagonal, int length, int limit) {
        return diagonal == -length
                || (diagonal != length && furthest[limit + diagonal] < furthest[limit + 2 + diagonal]);
    }

    private List<Hunk> walkBack(List<int[]> steps, int lastLength, int limit) {
        var hunks = new ArrayDeque<Hunk>();
        var x = oldEnd - begin;
        var y = newEnd - begin;
        for (var length = lastLength; length > 0; length--) {
            var furthest = steps.get(length);
            var diagonal = x - y;
            var down = isDown(furthest, diagonal, length, limit);
            var from = down ? diagonal + 1 : diagonal - 1;
            var fromX = furthest[limit + 1 + from];
            var fromY = fromX - from;
            var toX = down ? fromX : fromX + 1;
            var toY = down ? fromY + 1 : fromY;
            add(hunks, new Hunk(begin + fromX, begin + toX, begin + fromY, begin + toY));
            x = fromX;
            y = fromY;
        }
        return settled(hunks);
    }

    /** What was only added or removed goes as far down as it can: "Talks go on." is added and not ". Talks go on". */
    private List<Hunk> settled(ArrayDeque<Hunk> hunks) {
        var settled = new ArrayDeque<Hunk>();
        while (!hunks.isEmpty()) {
            var hunk = hunks.removeLast();
            var next = settled.peekFirst();
            var oldLimit = next == null ? before.size() : next.oldFrom() - 1;
            var newLimit = next == null ? now.size() : next.newFrom() - 1;
            while (hunk.oldTo() < oldLimit && hunk.newTo() < newLimit && isMovable(hunk)) {
                hunk = new Hunk(hunk.oldFrom() + 1, hunk.oldTo() + 1, hunk.newFrom() + 1, hunk.newTo() + 1);
            }
            settled.addFirst(hunk);
        }
        return List.copyOf(settled);
    }

    private boolean isMovable(Hunk hunk) {
        var onlyAdded = hunk.oldFrom() == hunk.oldTo();
        var onlyRemoved = hunk.newFrom() == hunk.newTo();
        return (onlyAdded && now.get(hunk.newFrom()).equals(now.get(hunk.newTo())))
                || (onlyRemoved && before.get(hunk.oldFrom()).equals(before.get(hunk.oldTo())));
    }

    private static void add(ArrayDeque<Hunk> hunks, Hunk earlier) {
        var next = hunks.peekFirst();
        if (next != null && next.oldFrom() == earlier.oldTo() && next.newFrom() == earlier.newTo()) {
            hunks.removeFirst();
            hunks.addFirst(new Hunk(earlier.oldFrom(), next.oldTo(), earlier.newFrom(), next.newTo()));
        } else {
            hunks.addFirst(earlier);
        }
    }
}
