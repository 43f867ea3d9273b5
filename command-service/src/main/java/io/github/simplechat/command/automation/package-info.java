/**
 * What follows from events without anybody asking for it: an event in, commands out. Each
 * automation goes on where it was, and may see an event twice; the commands it sends change nothing
 * when they are repeated.
 */
@NullMarked
package io.github.simplechat.command.automation;

import org.jspecify.annotations.NullMarked;
