/** What a conversation asks of the chat: people, steps and the state it must end in. Pure. */
@NullMarked
package io.github.simplechat.loadtest.plan;

import org.jspecify.annotations.NullMarked;
