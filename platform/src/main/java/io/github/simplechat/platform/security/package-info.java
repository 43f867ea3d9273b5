/** Who is calling: tokens, the keys that prove them, and the HTTP filter chain. */
@NullMarked
package io.github.simplechat.platform.security;

import org.jspecify.annotations.NullMarked;
