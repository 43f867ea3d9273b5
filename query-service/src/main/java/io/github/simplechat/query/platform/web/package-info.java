/** What the queries have in common on HTTP. */
@NullMarked
package io.github.simplechat.query.platform.web;

import org.jspecify.annotations.NullMarked;
