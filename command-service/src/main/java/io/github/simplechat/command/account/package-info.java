/** Accounts: passwords, refresh tokens and access tokens. Rows, not events. */
@NullMarked
package io.github.simplechat.command.account;

import org.jspecify.annotations.NullMarked;
