/** What the tests of several modules share. */
@NullMarked
package io.github.simplechat.testing;

import org.jspecify.annotations.NullMarked;
