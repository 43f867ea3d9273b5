/** Text that can be forgotten: sealed with a key of its person, readable while the key exists. */
@NullMarked
package io.github.simplechat.platform.personal;

import org.jspecify.annotations.NullMarked;
