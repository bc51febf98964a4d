/** Clubs: who joins and who stays, and what a coalition's worth gives to whom. */
package org.lode.games.coalition;
