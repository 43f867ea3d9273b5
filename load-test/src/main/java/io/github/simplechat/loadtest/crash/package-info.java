/**
 * Kills the service and its database under load, and looks whether an acknowledged message is
 * missing or doubled.
 */
@NullMarked
package io.github.simplechat.loadtest.crash;

import org.jspecify.annotations.NullMarked;
