package org.tumen.alert.access.session;

import java.time.Duration;

/**
 * How long somebody waits after failed attempts to log in: not at all after a few, then twice as long after each. A person
 * who mistypes hardly notices; a program gets through some hundred passwords in a day (OWASP ASVS 2.2.1 allows 100 an hour).
 *
 * @param free attempts that cost nothing
 * @param first the wait after the first that costs
 * @param longest no wait is longer
 */
record Patience(int free, Duration first, Duration longest) {

    /** Of one name, wherever the attempts come from. It is short enough that nobody is locked out for long by somebody else. */
    static final Patience OF_A_NAME = new Patience(5, Duration.ofSeconds(1), Duration.ofMinutes(15));

    /** Of one address, whichever names it tries; a desk may share one. */
    static final Patience OF_AN_ADDRESS = new Patience(20, Duration.ofSeconds(1), Duration.ofHours(1));

    /** After so long without a failure all is forgotten. */
    static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    private static final int DOUBLINGS = 20;

    /** The wait after so many failures, this one included. */
    Duration after(int failures) {
        if (failures <= free) {
            return Duration.ZERO;
        }
        var wait = first.multipliedBy(1L << Math.min(failures - free - 1, DOUBLINGS));
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
