/** Keys in a schema of their own, so that it can be backed up apart from what they seal. */
@NullMarked
package io.github.simplechat.platform.personal.postgres;

import org.jspecify.annotations.NullMarked;
