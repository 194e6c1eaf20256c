/** Keeps the alerts that were raised, each with the article it quotes. */
@NullMarked
package org.tumen.alert.raise;

import org.jspecify.annotations.NullMarked;
