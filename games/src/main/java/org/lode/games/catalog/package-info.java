/** Games from the literature whose equilibria are all known: what solvers are tested on, and examples to start from. */
@NullMarked
package org.lode.games.catalog;

import org.jspecify.annotations.NullMarked;
