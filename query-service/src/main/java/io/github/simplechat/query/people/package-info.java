/** People, what services told them, and invitations. */
@NullMarked
package io.github.simplechat.query.people;

import org.jspecify.annotations.NullMarked;
