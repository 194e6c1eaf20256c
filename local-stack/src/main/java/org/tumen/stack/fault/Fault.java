package org.tumen.stack.fault;

import java.time.Duration;

/** One thing that goes wrong, for a time, and is mended. */
sealed interface Fault {

    /** Its row in the table. */
    String row();

    /** Signal 9; whoever looks after the process starts it again. */
    record Killed(String process) implements Fault {

        @Override
        public String row() {
            return "killed: " + process;
        }
    }

    /** Stands still (SIGSTOP) and goes on (SIGCONT), with all of its children. */
    record Paused(String process, Duration time) implements Fault {

        @Override
        public String row() {
            return "paused: " + process;
        }
    }

    /** Services reach it no more, and what was connected is reset. */
    record CutOff(String link, Duration time) implements Fault {

        @Override
        public String row() {
            return "cut off: " + link;
        }
    }

    /** Services are connected and hear nothing. */
    record Silenced(String link, Duration time) implements Fault {

        @Override
        public String row() {
            return "silent: " + link;
        }
    }

    /** Its disk has no room left. */
    record Filled(String process, Duration time) implements Fault {

        @Override
        public String row() {
            return "disk full: " + process;
        }
    }

    /** Its clock is wrong, and then right again. */
    record Skewed(String process, Duration by, Duration time) implements Fault {

        @Override
        public String row() {
            return "clock wrong: " + process;
        }
    }

    /** No fault but what every new version is: a second instance is started, and when it is ready the first is stopped. */
    record Rolled(String service) implements Fault {

        @Override
        public String row() {
            return "rolled: " + service;
        }
    }

    /** Every line of a conversation takes longer. */
    record Slowed(String link, Duration each, Duration time) implements Fault {

        @Override
        public String row() {
            return "slow: " + link;
        }
    }
}
