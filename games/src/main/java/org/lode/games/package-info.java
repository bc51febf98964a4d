/** Theory only: what a game is and what its equilibria are. Knows nothing of configurations or minerals. */
package org.lode.games;
