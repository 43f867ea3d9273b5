/** Whether the cost of a send and the memory of a room grow with the room's history. */
@NullMarked
package io.github.simplechat.loadtest.growth;

import org.jspecify.annotations.NullMarked;
