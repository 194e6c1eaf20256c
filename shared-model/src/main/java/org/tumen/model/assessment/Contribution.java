package org.tumen.model.assessment;

/**
 * One named summand of a score.
 *
 * @param name what it is for, as an analyst would say it: {@code title}, {@code denied}
 * @param value what it adds; negative when it takes away
 */
public record Contribution(String name, double value) {}
