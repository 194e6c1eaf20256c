package org.tumen.crawler.entry;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says about when it may be asked for again.
 *
 * @param ttl how long it may be kept (RSS 2.0, {@code ttl}); zero when it does not say
 * @param updateEvery how often it changes (RSS 1.0 syndication module); zero when it does not say
 * @param skipHours in 0-23, UTC, in which it is not to be asked for (RSS 2.0)
 * @param skipDays likewise
 */
public record Wishes(Duration ttl, Duration updateEvery, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {

    public static final Wishes NONE = new Wishes(Duration.ZERO, Duration.ZERO, Set.of(), Set.of());

    /** Nobody means more than a week of hours by it; feeds that skip every hour mean nothing at all. */
    private static final int MAX_SKIPPED_HOURS = 7 * 24;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");

    public Wishes {
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
    }

    static Wishes of(FeedElement channel) {
        return new Wishes(
                number(channel.text("ttl")).map(Duration::ofMinutes).orElse(Duration.ZERO),
                updateEvery(channel.text("sy:updateperiod"), channel.text("sy:updatefrequency")),
                channel.children("skiphours")
                        .flatMap(hours -> hours.children("hour"))
                        .flatMap(hour -> number(hour.text()).stream())
                        .map(hour -> hour % 24) // RSS 0.91 counted from 1 to 24.
                        .collect(Collectors.toUnmodifiableSet()),
                channel.children("skipdays")
                        .flatMap(days -> days.children("day"))
                        .map(day -> day(day.text()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** That time, or the first one after it that is not skipped. */
    public Instant outsideOfSkipped(Instant wanted) {
        var at = wanted;
        for (var hours = 0; hours < MAX_SKIPPED_HOURS; hours++) {
            var time = at.atOffset(ZoneOffset.UTC);
            if (!skipHours.contains(time.getHour()) && !skipDays.contains(time.getDayOfWeek())) {
                return at;
            }
            at = at.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        }
        return wanted;
    }

    /** A period without a frequency means once in it; unknown periods, and real feeds have them, mean nothing. */
    private static Duration updateEvery(@Nullable String period, @Nullable String frequency) {
        if (period == null) {
            return Duration.ZERO;
        }
        var length = switch (period.strip().toLowerCase(Locale.ROOT)) {
            case "hourly" -> Duration.ofHours(1);
            case "daily" -> Duration.ofDays(1);
            case "weekly" -> Duration.ofDays(7);
            case "monthly" -> Duration.ofDays(30);
            case "yearly" -> Duration.ofDays(365);
            default -> Duration.ZERO;
        };
        return length.dividedBy(Math.max(1, number(frequency).orElse(1)));
    }

    private static Optional<Integer> number(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(digits -> NUMBER.matcher(digits).matches())
                .map(Integer::valueOf);
    }

    private static @Nullable DayOfWeek day(String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElse(null);
    }
}
