/** What actors were seen to do, as a likelihood takes it: the record, its weights, and its agreement with the menus of the time. */
package org.lode.sim.calibrate;
