/** Revocations in a table that all nodes read. */
@NullMarked
package io.github.simplechat.platform.security.revocation.postgres;

import org.jspecify.annotations.NullMarked;
