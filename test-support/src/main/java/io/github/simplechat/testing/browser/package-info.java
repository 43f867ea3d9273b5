/** A real browser for tests, driven by its own driver. */
@NullMarked
package io.github.simplechat.testing.browser;

import org.jspecify.annotations.NullMarked;
