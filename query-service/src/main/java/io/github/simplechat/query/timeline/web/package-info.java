/** The messages of rooms, as history shows them: on HTTP. */
@NullMarked
package io.github.simplechat.query.timeline.web;

import org.jspecify.annotations.NullMarked;
