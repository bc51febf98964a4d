/** Time, state, files and commands. */
package org.lode.sim;
