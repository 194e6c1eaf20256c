package org.tumen.stack.bench.load;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.stack.bench.Percentiles;
import org.tumen.stack.bench.Trial;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.process.MoreEnvironment;
import org.tumen.stack.settings.StackSettings;

/**
 * The highest rate of articles that the whole of Tumen keeps up with, from the site to the delivered alert, and how long each hop
 * takes at half of it, beside three bare hops and a post.
 */
public final class Load {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A rate that has just begun is not steady yet. */
    private static final Duration SETTLING = Duration.ofSeconds(4);

    private static final Duration ALONE = Duration.ofSeconds(15);
    private static final Duration RECORDED = Duration.ofSeconds(40);

    private final Stand stand;
    private final Plan plan;
    private final Terminal terminal;

    private Load(Stand stand, Plan plan, Terminal terminal) {
        this.stand = stand;
        this.plan = plan;
        this.terminal = terminal;
    }

    /**
     * How it is run.
     *
     * @param outlets how many there are
     * @param first the rate to begin with, in articles a second
     * @param most no rate above this is tried
     * @param warmUp at the first rate, before anything counts
     * @param step how long each rate is tried
     * @param search the longest that the search may take; the step that is begun is done
     * @param time how long half the rate is measured
     * @param profile whether each service is recorded at full rate
     */
    public record Plan(
            int outlets,
            double first,
            double most,
            Duration warmUp,
            Duration step,
            Duration search,
            Duration time,
            boolean profile) {}

    /** A rate that was kept up with, what each process used meanwhile, and its memory at the end of it. */
    private record Full(double rate, Stand.Watched watched, Map<String, Usage> usage) {}

    /**
     * Runs it.
     *
     * @return the exit code: 0 when every article that was published was assessed, and every alert delivered
     */
    public static int run(StackSettings settings, Plan plan, Terminal terminal) {
        try (var stand = Stand.open(settings, plan.outlets(), MoreEnvironment.NONE)) {
            return new Load(stand, plan, terminal).run();
        }
    }

    private int run() {
        var before = stand.processes().usage();
        stand.press().pace(plan.first());
        stand.watch(plan.warmUp());
        var full = search();
        if (full == null) {
            terminal.line("no rate down to the last one tried was kept up with");
            return 1;
        }
        var recordings = new Recordings(stand, terminal);
        if (plan.profile()) {
            recordings.record(full.rate(), RECORDED);
        }
        stand.drain(PATIENCE);
        var half = full.rate() / 2;
        terminal.line("");
        terminal.line("highest steady rate: %.1f articles a second; at half of it, %.1f:".formatted(full.rate(), half));
        measure(half);
        tell(before, full);
        var left = stand.drain(PATIENCE);
        var journeys = stand.journeys();
        terminal.line(
                "%d published, %d assessed, %d of them tell something, %d alerts accepted; %d waiting still, %d seen twice, %d faults"
                        .formatted(
                                journeys.count(Point.PUBLISHED),
                                journeys.count(Point.ASSESSMENT),
                                journeys.telling(),
                                journeys.count(Point.ACCEPTED),
                                left,
                                journeys.again(),
                                stand.faults()));
        if (plan.profile()) {
            recordings.tell();
        }
        return left == 0 && stand.faults() == 0 ? 0 : 1;
    }

    private @Nullable Full search() {
        var end = Instant.now().plus(plan.search());
        var search = RateSearch.from(plan.first(), plan.most());
        Full full = null;
        terminal.line("published/s  assessed/s  alerts/s  waiting for assessment, acceptance");
        while (!search.isDone() && Instant.now().isBefore(end)) {
            var rate = search.next();
            stand.press().pace(rate);
            Trial.pause(SETTLING);
            var watched = stand.watch(plan.step());
            var steady = watched.isSteady(rate);
            terminal.line("%11.1f %11.1f %9.1f  %d, %d  %s"
                    .formatted(
                            rate,
                            watched.assessedPerSecond(),
                            watched.accepted() / (watched.time().toNanos() / 1e9),
                            stand.journeys().unassessed(),
                            stand.journeys().untold(),
                            steady ? "steady" : "not steady"));
            search = search.after(steady);
            if (steady) {
                full = new Full(rate, watched, stand.processes().usage());
            } else {
                stand.drain(PATIENCE);
            }
        }
        return full;
    }

    private void measure(double rate) {
        try (var bare = BareRun.start(stand.settings(), stand.articleSize())) {
            stand.press().pace(rate);
            bare.sendUntil(Instant.now().plus(SETTLING), rate);
            var begin = Instant.now();
            var end = begin.plus(plan.time());
            bare.sendUntil(end, rate);
            stand.drain(PATIENCE);
            var alone = Instant.now();
            bare.sendUntil(alone.plus(ALONE), rate);
            terminal.line(Terminal.pad("", 32) + "     n    p50 ms    p99 ms");
            for (var point : Point.values()) {
                point.from()
                        .ifPresent(from -> tell(point.hop(), stand.journeys().between(from, point, begin, end)));
            }
            var whole = stand.journeys().between(Point.PUBLISHED, Point.ACCEPTED, begin, end);
            var beside = bare.took(begin, end);
            tell("site to webhook, the whole", whole);
            tell("bare chain, beside it", beside);
            tell("bare chain, alone", bare.took(alone, Instant.now()));
            terminal.line("ratio of the whole to the bare chain beside it: p50 %.1f, p99 %.1f (records of %d bytes)"
                    .formatted(ratio(whole, beside, 0.5), ratio(whole, beside, 0.99), stand.articleSize()));
        }
    }

    private static double ratio(List<Double> one, List<Double> other, double share) {
        return Percentiles.at(one, share) / Percentiles.at(other, share);
    }

    private void tell(String what, List<Double> times) {
        terminal.line(Terminal.pad("  " + what, 32)
                + "%6d  %8.1f  %8.1f".formatted(times.size(), Percentiles.at(times, 0.5), Percentiles.at(times, 0.99)));
    }

    private void tell(Map<String, Usage> before, Full full) {
        terminal.line("");
        terminal.line(Terminal.pad("", 14) + "ready after s   MB then   MB at full rate   ms of processor an article");
        var each = new LinkedHashMap<>(full.watched().used());
        for (var name : stand.processes().names()) {
            terminal.line(Terminal.pad("  " + name, 14)
                    + "%13.1f  %8.0f  %16.0f  %27.2f"
                            .formatted(
                                    stand.processes().startOf(name).toMillis() / 1e3,
                                    before.getOrDefault(name, Usage.NONE).megabytes(),
                                    full.usage().getOrDefault(name, Usage.NONE).megabytes(),
                                    millisEach(each.remove(name), full)));
        }
        each.forEach((name, used) ->
                terminal.line(Terminal.pad("  " + name, 55) + "%12.2f".formatted(millisEach(used, full))));
    }

    private static double millisEach(@Nullable Duration used, Full full) {
        return used == null
                ? 0
                : used.toNanos() / 1e6 / Math.max(1, full.watched().assessed());
    }
}
