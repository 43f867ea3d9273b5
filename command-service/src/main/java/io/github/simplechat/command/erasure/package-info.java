/** People who want to be forgotten. */
@NullMarked
package io.github.simplechat.command.erasure;

import org.jspecify.annotations.NullMarked;
