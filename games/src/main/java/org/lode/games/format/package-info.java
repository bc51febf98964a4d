/** Games as text: Gambit's files and payoff tables, from a Reader and to an Appendable, never a path. */
@NullMarked
package org.lode.games.format;

import org.jspecify.annotations.NullMarked;
