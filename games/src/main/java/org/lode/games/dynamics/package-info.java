/** What adaptive players settle on: adoption, mistakes, imitation, reinforcement, and games with state. */
package org.lode.games.dynamics;
