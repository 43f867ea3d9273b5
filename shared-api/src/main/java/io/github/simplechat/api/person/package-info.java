/** The person feed: its commands and its events. */
@NullMarked
package io.github.simplechat.api.person;

import org.jspecify.annotations.NullMarked;
