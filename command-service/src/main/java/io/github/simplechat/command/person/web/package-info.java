/** Commands to a person's feed over HTTP. */
@NullMarked
package io.github.simplechat.command.person.web;

import org.jspecify.annotations.NullMarked;
