/** What results say: summaries with intervals, shares over time, and the page that a run prints. */
package org.lode.sim.analysis;
