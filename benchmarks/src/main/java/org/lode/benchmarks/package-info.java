/** Measurements of the hot paths, one class per path. */
package org.lode.benchmarks;
