/** What all benchmarks share: rounds in turn, medians and ratios, processor time, tables. */
@NullMarked
package io.github.simplechat.loadtest.bench;

import org.jspecify.annotations.NullMarked;
