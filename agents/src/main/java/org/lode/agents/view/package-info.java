/** What may be seen of the world, read only. */
package org.lode.agents.view;
