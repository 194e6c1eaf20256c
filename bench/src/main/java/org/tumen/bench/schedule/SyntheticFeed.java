package org.tumen.bench.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A feed that posts with a rhythm of its own. Rates of real feeds span four orders of magnitude and follow the day and
 * the week of their desk; posts come in bursts (Sia, Cho and Cho, TKDE 2007, sections 2 and 5). Made from a seed, so that
 * every run replays the same.
 *
 * @param kind for the table
 * @param posts in their order
 */
record SyntheticFeed(String kind, List<Instant> posts) {

    private static final Duration STEP = Duration.ofMinutes(1);

    SyntheticFeed {
        posts = List.copyOf(posts);
    }

    /** Some hundred feeds of all kinds that a desk follows. */
    static List<SyntheticFeed> many(Instant from, Instant to, long seed) {
        var random = new Random(seed);
        var feeds = new ArrayList<SyntheticFeed>();
        for (var kind : Kind.values()) {
            for (var i = 0; i < kind.feeds; i++) {
                feeds.add(of(kind, from, to, random));
            }
        }
        return List.copyOf(feeds);
    }

    private static SyntheticFeed of(Kind kind, Instant from, Instant to, Random random) {
        // Log-normal: within a kind the busiest feeds post some ten times as often as the calmest.
        var perDay = kind.perDay * Math.exp(0.7 * random.nextGaussian());
        var zone = ZoneOffset.ofHours(List.of(9, 9, 8, 8, 3, 0, -5).get(random.nextInt(7)));
        var posts = new ArrayList<Instant>();
        var dies = kind == Kind.DYING ? from.plus(Duration.between(from, to).dividedBy(2 + random.nextInt(3))) : to;
        for (var at = from; at.isBefore(dies); at = at.plus(STEP)) {
            var expected = perDay * kind.weight(at.atOffset(zone)) / (24 * 60);
            if (random.nextDouble() < expected / kind.burst) {
                burst(posts, at, kind.burst, random);
            }
        }
        Collections.sort(posts);
        return new SyntheticFeed(
                kind.name().toLowerCase(java.util.Locale.ROOT),
                posts.stream().filter(post -> post.isBefore(to)).toList());
    }

    /** Geometrically many posts, each some minutes after the one before. */
    private static void burst(List<Instant> posts, Instant start, double mean, Random random) {
        var at = start.plusSeconds(random.nextInt(60));
        posts.add(at);
        while (random.nextDouble() < 1 - 1 / mean) {
            at = at.plusSeconds((long) (-Math.log(1 - random.nextDouble()) * 480));
            posts.add(at);
        }
    }

    /** Kinds of feeds, with how many there are, what one posts on a mean day, and the posts of a burst. */
    private enum Kind {
        AGENCY(30, 120, 1.5),
        DAILY(70, 30, 2),
        MINISTRY(60, 4, 2),
        BULLETIN(20, 12, 6),
        WEEKLY(60, 0.6, 1.2),
        BLOG(40, 0.25, 1),
        DYING(20, 5, 1.5);

        private final int feeds;
        private final double perDay;
        private final double burst;

        Kind(int feeds, double perDay, double burst) {
            this.feeds = feeds;
            this.perDay = perDay;
            this.burst = burst;
        }

        /** How the posts of a mean day fall on the hours of a week; about 1 in the mean. */
        private double weight(OffsetDateTime at) {
            var hour = at.getHour();
            var day = at.getDayOfWeek();
            var weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
            return switch (this) {
                case AGENCY -> (hour >= 6 && hour < 23 ? 1.3 : 0.35) * (weekend ? 0.7 : 1.1);
                case DAILY -> (hour >= 7 && hour < 20 ? 1.7 : 0.15) * (weekend ? 0.5 : 1.2);
                case MINISTRY -> weekend ? 0.05 : hour >= 9 && hour < 18 ? 3.6 : 0.05;
                case BULLETIN -> hour == 6 || hour == 17 ? 11 : 0.1;
                case WEEKLY -> day == DayOfWeek.THURSDAY ? 4 : hour >= 8 && hour < 22 ? 0.7 : 0.2;
                case BLOG, DYING -> hour >= 8 && hour < 23 ? 1.4 : 0.3;
            };
        }
    }
}
