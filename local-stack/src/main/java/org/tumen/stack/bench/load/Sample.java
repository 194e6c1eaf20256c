package org.tumen.stack.bench.load;

/**
 * A value at a time.
 *
 * @param at in any unit, from any beginning
 */
record Sample(double at, double value) {}
