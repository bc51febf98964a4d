/** What actors want: named payoff components. */
package org.lode.agents.payoff;
