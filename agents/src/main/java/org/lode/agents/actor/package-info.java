/** Actor: endowment, menu, preferences and rule. */
package org.lode.agents.actor;
