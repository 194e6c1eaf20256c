package org.tumen.stack.settings;

/**
 * Everything that a run of the stack depends on.
 *
 * @param home where jars and seeds are
 * @param config what people configure
 * @param data what is kept
 * @param ports where everything listens
 * @param shortLived a demo or a test: compile quickly rather than well
 */
public record StackSettings(Home home, ConfigDirectory config, DataDirectory data, Ports ports, boolean shortLived) {}
