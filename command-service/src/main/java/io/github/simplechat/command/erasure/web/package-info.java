/** People who want to be forgotten: on HTTP. */
@NullMarked
package io.github.simplechat.command.erasure.web;

import org.jspecify.annotations.NullMarked;
