/** Levers with units, and strategies: named bundles of their settings. */
package org.lode.agents.instrument;
