/** Replays the posts of many feeds under a virtual clock and compares ways to decide when to poll. */
@NullMarked
package org.tumen.bench.schedule;

import org.jspecify.annotations.NullMarked;
