/** Revocations that last as long as their process. */
@NullMarked
package io.github.simplechat.platform.security.revocation.memory;

import org.jspecify.annotations.NullMarked;
