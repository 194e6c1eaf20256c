package org.tumen.alert;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tumen.alert.history.History;
import org.tumen.model.assessment.Polarity;
import org.tumen.model.feed.SourceKind;

/**
 * Takes the picture of the triangle for docs/tour.md, with half a year made by chance from a seed: all of a demo is told on one
 * day. {@code docs/tour.sh} starts it. No test of anything.
 */
@Tag("tour")
class TriangleTour extends InBrowser {

    private static final int DAYS = 165;
    private static final int MOST_A_DAY = 4;
    private static final double SEASON = 26;

    private static final List<List<String>> SIDES =
            List.of(List.of("PRC", "DPRK"), List.of("RUS", "DPRK"), List.of("PRC", "RUS"));

    private static final List<String> CLOSER =
            List.of("envoy-visit", "treaty-move", "aid-shipment", "leader-message", "energy-shipment");

    private static final List<String> APART = List.of("protocol-snub", "aid-cut", "denial");

    private final SplittableRandom random = new SplittableRandom(2026);

    @Autowired
    private History history;

    @Test
    void takesThePicture() {
        var today = LocalDate.now(ZoneOffset.UTC);
        today.minusDays(DAYS).datesUntil(today.plusDays(1)).forEach(day -> {
            for (var i = random.nextInt(MOST_A_DAY + 1); i > 0; i--) {
                tell(day);
            }
        });
        var page =
                page(new NewContextOptions().setColorScheme(ColorScheme.LIGHT).setViewportSize(1180, 1040));
        page.navigate("/triangle");
        Tour.picture(page, "triangle");
    }

    /** Sides have their seasons: of each, better and worse weeks follow each other. */
    private void tell(LocalDate day) {
        var place = random.nextInt(SIDES.size());
        var side = SIDES.get(place);
        var isCloser = random.nextDouble() < 0.55 + 0.4 * Math.sin(day.toEpochDay() / SEASON + 2 * place);
        var signals = isCloser ? CLOSER : APART;
        var isGiven = random.nextDouble() < 0.7;
        history.keep(SyntheticYear.tells(
                SyntheticYear.OUTLETS.get(random.nextInt(SyntheticYear.OUTLETS.size())),
                SourceKind.PRESS,
                day,
                signals.get(random.nextInt(signals.size())),
                side.get(isGiven ? 0 : 1),
                side.get(isGiven ? 1 : 0),
                isCloser ? Polarity.CLOSER : Polarity.APART));
    }
}
