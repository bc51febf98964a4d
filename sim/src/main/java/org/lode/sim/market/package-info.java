/**
 * One mineral's market in one step: a dominant supplier with a posted price, a pool that clears, and the instruments between
 * them. Flat arrays in ({@link org.lode.sim.market.Market}) and out ({@link org.lode.sim.market.Clearing}); knows no
 * configuration, no time and no names.
 */
package org.lode.sim.market;
