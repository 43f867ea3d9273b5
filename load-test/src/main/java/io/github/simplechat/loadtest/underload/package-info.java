/** A projection is rebuilt while it is asked, and while its node is killed again and again. */
@NullMarked
package io.github.simplechat.loadtest.underload;

import org.jspecify.annotations.NullMarked;
