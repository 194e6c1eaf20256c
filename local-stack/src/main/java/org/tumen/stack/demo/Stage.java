package org.tumen.stack.demo;

import java.util.Optional;
import org.tumen.stack.settings.OperatorTokens;
import org.tumen.stack.settings.Places;

/** The running Tumen that a play is given on. */
interface Stage {

    Places places();

    OperatorTokens tokens();

    /** What a person is told when it can begin: where the page is and how they get in. */
    Optional<String> invitation();

    /** Tells how the parts are, at the end. */
    void tellHowItIs();

    /** Where the logs are, in words. */
    String logs();

    /** Asks it to stop. */
    void end();

    boolean isEnding();
}
