package org.tumen.stack.process;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.tumen.stack.console.StackException;
import org.tumen.stack.settings.Ports;

/** A row of ports that nothing listens on. */
public final class FreePorts {

    private FreePorts() {}

    public static Ports find() {
        return findRows(1);
    }

    /** The first of so many rows of ten, one behind the other. */
    public static Ports findRows(int rows) {
        for (int i = 0; i < 50; i++) {
            var ports = new Ports(20_000 + ThreadLocalRandom.current().nextInt(1_000) * 10);
            List<Integer> row = new ArrayList<>(IntStream.rangeClosed(ports.page(), ports.webhook() + 10 * (rows - 1))
                    .boxed()
                    .toList());
            try {
                Ports.requireFree(row);
                return ports;
            } catch (StackException e) {
                // Taken; the next row may be free.
            }
        }
        throw new IllegalStateException("no free ports");
    }
}
