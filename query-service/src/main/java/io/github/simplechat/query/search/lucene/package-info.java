/** Messages found by word, stem and part of a word: in Lucene indexes on this node's disk. */
@NullMarked
package io.github.simplechat.query.search.lucene;

import org.jspecify.annotations.NullMarked;
