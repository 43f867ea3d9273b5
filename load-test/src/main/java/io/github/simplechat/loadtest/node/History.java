package io.github.simplechat.loadtest.node;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.platform.eventstore.FeedReader;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a store holds, read as the services read it. */
public final class History implements AutoCloseable {

    private static final int PAGE = 1_000;

    private final CommandNode node;
    private final FeedReader feeds;

    private History(CommandNode node) {
        this.node = node;
        this.feeds = node.bean(FeedReader.class);
    }

    /** Opens the store of a service that is not running. */
    public static History open(Database database) {
        return new History(CommandNode.start(Axon.OURS, database));
    }

    /** The store of a service that is running, which the caller goes on to own. */
    public static History of(CommandNode node) {
        return new History(node);
    }

    /** All events of a feed, in the order of their versions. */
    public List<RecordedEvent> of(UUID feedId) {
        List<RecordedEvent> all = new ArrayList<>();
        List<RecordedEvent> page = feeds.read(feedId, FeedReader.NO_VERSION, PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = feeds.read(feedId, page.getLast().version(), PAGE);
        }
        return all;
    }

    @Override
    public void close() {
        node.close();
    }
}
