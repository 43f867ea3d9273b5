/** People, what services told them, and invitations: in memory, the twin for tests. */
@NullMarked
package io.github.simplechat.query.people.memory;

import org.jspecify.annotations.NullMarked;
