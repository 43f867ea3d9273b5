/** Messages found by their words: on HTTP. */
@NullMarked
package io.github.simplechat.query.search.web;

import org.jspecify.annotations.NullMarked;
