/** Access tokens that end before they expire. */
@NullMarked
package io.github.simplechat.platform.security.revocation;

import org.jspecify.annotations.NullMarked;
