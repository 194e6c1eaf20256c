/** What operators look after: feeds, readers that lag, dead letters, endpoints. They are told through subscriptions like anybody else. */
@NullMarked
package org.tumen.alert.operations;

import org.jspecify.annotations.NullMarked;
