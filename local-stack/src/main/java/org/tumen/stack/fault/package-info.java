/** The whole of Tumen under faults that come from a seed: what the newsroom published is held against what arrived. */
@NullMarked
package org.tumen.stack.fault;

import org.jspecify.annotations.NullMarked;
