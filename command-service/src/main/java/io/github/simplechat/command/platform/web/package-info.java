/** What the command endpoints have in common. */
@NullMarked
package io.github.simplechat.command.platform.web;

import org.jspecify.annotations.NullMarked;
