package io.github.simplechat.api.query;

import io.github.simplechat.api.query.Page.Cursors;
import java.util.List;

/**
 * A message and a page of what answers it.
 *
 * @param root the message that began the thread
 * @param items replies, oldest first; tombstones included
 * @param unread how many replies the caller has not read, without tombstones
 * @param page how to go on, with a {@code seq}
 * @param version the version of the room that the page shows
 */
public record MessageThread(
        Message root, List<Message> items, long unread, Cursors page, long version)
        implements Paged {}
