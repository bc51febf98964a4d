/** What a run leaves behind: rows, manifest and hashes, written at once or not at all, and read back. */
package org.lode.sim.results;
