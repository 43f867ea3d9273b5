/** How well search finds what people mean, judged on real conversations. */
@NullMarked
package io.github.simplechat.loadtest.search;

import org.jspecify.annotations.NullMarked;
