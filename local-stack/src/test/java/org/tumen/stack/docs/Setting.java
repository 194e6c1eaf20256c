package org.tumen.stack.docs;

import java.util.List;

/**
 * A setting as the record that it is a component of describes it.
 *
 * @param key in full, as in {@code tumen.yaml}
 * @param form what kind of value it is
 * @param standard the default, as it is written; empty when there is none
 * @param meaning what it is for
 * @param allowed bounds; empty when the form says it all
 */
record Setting(String key, String form, String standard, String meaning, String allowed) {

    /** The settings of one record. */
    record Group(String prefix, String about, List<Setting> settings) {}
}
