/** Projections and their rebuilds on HTTP, and the gate before they have caught up. */
@NullMarked
package io.github.simplechat.query.rebuild.web;

import org.jspecify.annotations.NullMarked;
