package org.tumen.stack.fault;

import java.time.Duration;

/**
 * What is tried.
 *
 * @param seed others in another order
 * @param every the mean time from one fault to the next
 * @param late what takes longer than this from its publication to its arrival
 * @param instances of each service
 * @param only the beginning of the names of the kinds that are tried; empty for all
 */
public record Trial(long seed, int faults, Duration every, Duration late, int instances, String only) {}
