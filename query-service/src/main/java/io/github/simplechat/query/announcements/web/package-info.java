/** What was told to everyone: on HTTP. */
@NullMarked
package io.github.simplechat.query.announcements.web;

import org.jspecify.annotations.NullMarked;
