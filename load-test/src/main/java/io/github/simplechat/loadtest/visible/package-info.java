/** How long it takes from a commit until another process shows it. */
@NullMarked
package io.github.simplechat.loadtest.visible;

import org.jspecify.annotations.NullMarked;
