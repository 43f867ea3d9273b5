/** What was told to everyone: in MongoDB. */
@NullMarked
package io.github.simplechat.query.announcements.mongo;

import org.jspecify.annotations.NullMarked;
