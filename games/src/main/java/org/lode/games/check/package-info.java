/** What holds of a profile without searching: regret, best replies, dominance, efficiency. */
@NullMarked
package org.lode.games.check;

import org.jspecify.annotations.NullMarked;
