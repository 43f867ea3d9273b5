/**
 * People who are removed from rooms in the middle of bursts of messages: whether any of them is
 * shown anything past that, on any node.
 */
@NullMarked
package io.github.simplechat.loadtest.removal;

import org.jspecify.annotations.NullMarked;
