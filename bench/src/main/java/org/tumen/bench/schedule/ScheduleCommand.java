package org.tumen.bench.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tumen.bench.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench schedule}: ways to decide when to poll, on the same posts, beside polling every 15 minutes. */
@Command(name = "schedule", description = "Delay and requests of adaptive polling beside fixed polling.")
public final class ScheduleCommand implements Callable<Integer> {

    private static final Instant START = Instant.parse("2026-09-07T00:00:00Z");
    private static final Duration BEFORE = Duration.ofDays(7);
    private static final Duration CEILING = Duration.ofHours(2);

    @Option(names = "--days", description = "virtual days (default: ${DEFAULT-VALUE})", defaultValue = "28")
    private int days = 28;

    @Option(
            names = "--seeds",
            split = ",",
            description = "of the feeds; the patience was chosen on seed 1 (default: ${DEFAULT-VALUE})",
            defaultValue = "2,3,4")
    private List<Long> seeds = List.of(2L, 3L, 4L);

    @Option(
            names = "--floor-minutes",
            description = "no adaptive one polls sooner (default: ${DEFAULT-VALUE})",
            defaultValue = "2")
    private int floorMinutes = 2;

    @Override
    public Integer call() {
        var end = START.plus(Duration.ofDays(days));
        var feeds = seeds.stream()
                .flatMap(seed -> SyntheticFeed.many(START.minus(BEFORE), end, seed).stream())
                .toList();
        var replay = new Replay(START, end);
        var posts = feeds.stream().mapToInt(feed -> feed.posts().size()).sum();
        System.out.println(feeds.size() + " feeds of seeds " + seeds + ", " + posts + " posts in " + days
                + " days and the week before; adaptive: " + floorMinutes + " min to " + CEILING.toHours() + " h\n");
        compare(feeds, replay);
        byKind(feeds, replay);
        return 0;
    }

    private void compare(List<SyntheticFeed> feeds, Replay replay) {
        var base = replay.run(feeds, () -> Schedulers.fixed(Duration.ofMinutes(15)));
        var table = new Table(
                "All feeds",
                "schedule",
                "mean delay min",
                "ratio",
                "p95 min",
                "requests",
                "ratio",
                "requests/post",
                "missed");
        contenders().forEach((name, scheduler) -> {
            var result = replay.run(feeds, scheduler);
            table.row(
                    name,
                    result.mean(),
                    result.mean() / base.mean(),
                    result.p95(),
                    result.requests(),
                    (double) result.requests() / base.requests(),
                    result.perPost(),
                    result.missed());
        });
        System.out.println(table);
    }

    private void byKind(List<SyntheticFeed> feeds, Replay replay) {
        var kinds = feeds.stream()
                .collect(Collectors.groupingBy(SyntheticFeed::kind, LinkedHashMap::new, Collectors.toList()));
        var table = new Table(
                "By kind of feed: fixed 15 min beside the posting pattern with a patience of 90 s",
                "kind",
                "feeds",
                "mean delay min",
                "mean delay min",
                "p95 min",
                "p95 min",
                "requests",
                "requests");
        kinds.forEach((kind, some) -> {
            var fixed = replay.run(some, () -> Schedulers.fixed(Duration.ofMinutes(15)));
            var own = replay.run(some, () -> pattern(90));
            table.row(
                    kind,
                    some.size(),
                    fixed.mean(),
                    own.mean(),
                    fixed.p95(),
                    own.p95(),
                    fixed.requests(),
                    own.requests());
        });
        System.out.println(table);
    }

    private Map<String, Supplier<Scheduler>> contenders() {
        var floor = Duration.ofMinutes(floorMinutes);
        var all = new LinkedHashMap<String, Supplier<Scheduler>>();
        all.put("fixed 15 min", () -> Schedulers.fixed(Duration.ofMinutes(15)));
        for (var factor : List.of(1, 2, 4)) {
            all.put("entry frequency, factor " + factor, () -> Schedulers.entryFrequency(floor, CEILING, factor));
        }
        all.put("multiplicative 0.8/1.5", () -> Schedulers.multiplicative(floor, CEILING, 0.8, 1.5));
        all.put("multiplicative 0.5/1.2", () -> Schedulers.multiplicative(floor, CEILING, 0.5, 1.2));
        for (var patience : List.of(60, 90, 120)) {
            all.put("posting pattern, patience " + patience + " s", () -> pattern(patience));
        }
        return all;
    }

    private Scheduler pattern(int patienceSeconds) {
        return Schedulers.pattern(Duration.ofMinutes(floorMinutes), CEILING, Duration.ofSeconds(patienceSeconds));
    }
}
