/** People, what services told them, and invitations: in MongoDB. */
@NullMarked
package io.github.simplechat.query.people.mongo;

import org.jspecify.annotations.NullMarked;
