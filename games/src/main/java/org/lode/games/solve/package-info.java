/** What a search for equilibria finds: a solver per method, one kind of answer. */
@NullMarked
package org.lode.games.solve;

import org.jspecify.annotations.NullMarked;
