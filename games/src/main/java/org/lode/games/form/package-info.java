/** What a game is: the payoff oracle, the flat table, the sum of small tables, and mixed profiles. */
@NullMarked
package org.lode.games.form;

import org.jspecify.annotations.NullMarked;
