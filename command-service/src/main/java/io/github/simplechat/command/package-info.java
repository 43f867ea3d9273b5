/** The write side: commands in, events out. */
@NullMarked
package io.github.simplechat.command;

import org.jspecify.annotations.NullMarked;
