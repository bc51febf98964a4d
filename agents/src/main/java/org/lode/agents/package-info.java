/** Who plays, what they want and how they choose. Reads no files. */
package org.lode.agents;
