/** Registering, logging in and the public keys over HTTP. */
@NullMarked
package io.github.simplechat.command.account.web;

import org.jspecify.annotations.NullMarked;
