/** Figures for papers, each with the data it shows beside it. */
package org.lode.sim.report;
