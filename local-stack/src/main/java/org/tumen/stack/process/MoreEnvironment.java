package org.tumen.stack.process;

import java.util.Map;

/** What a trial adds to the environment of a process, by the name of its component. */
@FunctionalInterface
public interface MoreEnvironment {

    MoreEnvironment NONE = _ -> Map.of();

    Map<String, String> of(String name);
}
