package io.github.simplechat.query.search;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.query.platform.Contents;
import io.github.simplechat.query.rebuild.ProjectionWriter;
import java.util.List;

/** Takes the events of messages into the index. */
public final class SearchProjector implements ProjectionWriter {

    private final MessageIndex index;

    /** Into an index. */
    public SearchProjector(MessageIndex index) {
        this.index = index;
    }

    @Override
    public void apply(List<RecordedEvent> batch) {
        index.write(SearchProjection.fold(batch));
    }

    @Override
    public Contents contents() {
        return index.contents();
    }

    @Override
    public void drop() {
        index.drop();
    }

    @Override
    public void close() {
        index.close();
    }
}
