/** How actors choose: decision rules, one file each. */
package org.lode.agents.decide;
