/** The command line program: plays conversations, proves the result, measures. */
@NullMarked
package io.github.simplechat.loadtest;

import org.jspecify.annotations.NullMarked;
