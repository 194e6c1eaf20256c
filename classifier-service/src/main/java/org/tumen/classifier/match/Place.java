package org.tumen.classifier.match;

import java.util.List;

/**
 * Where something is read, with all that stands around it.
 *
 * @param mentions in the unit, and next to it
 * @param year of publication; 0 when nobody knows it
 */
record Place(Units units, Unit unit, List<Mention> mentions, RoleMarks marks, Outlet outlet, int year) {}
