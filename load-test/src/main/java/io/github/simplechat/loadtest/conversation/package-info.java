/** Conversation logs: reading files and telling what each line is. */
@NullMarked
package io.github.simplechat.loadtest.conversation;

import org.jspecify.annotations.NullMarked;
