/** Starting an application, or saying in one sentence why not. */
@NullMarked
package io.github.simplechat.platform.startup;

import org.jspecify.annotations.NullMarked;
