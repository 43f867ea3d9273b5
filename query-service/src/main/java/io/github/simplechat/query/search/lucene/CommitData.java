package io.github.simplechat.query.search.lucene;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.util.Version;

/** What a commit says of its index: how it was made, and up to where in the log all is in it. */
final class CommitData {

    /** Raised when a document or a field's analysis changes. */
    private static final String SCHEMA = "2/" + Version.LATEST;

    private static final String SCHEMA_KEY = "schema";
    private static final String POSITION_KEY = "position";

    private CommitData() {}

    static Map<String, String> of(long position) {
        return Map.of(SCHEMA_KEY, SCHEMA, POSITION_KEY, Long.toString(position));
    }

    /** The position of the last commit; 0 where there was none. */
    static long position(IndexWriter writer) {
        Iterable<Map.Entry<String, String>> committed = writer.getLiveCommitData();
        if (committed != null) {
            for (Map.Entry<String, String> entry : committed) {
                if (entry.getKey().equals(POSITION_KEY)) {
                    return Long.parseLong(entry.getValue());
                }
            }
        }
        return 0;
    }

    /**
     * Checks that an index was made as this version of the program makes it.
     *
     * @throws UnusableIndex when it was not
     */
    static void requireSchema(DirectoryReader reader) throws IOException, UnusableIndex {
        String schema = reader.getIndexCommit().getUserData().get(SCHEMA_KEY);
        if (!SCHEMA.equals(schema)) {
            throw new UnusableIndex("it was made by another version (" + schema + ")");
        }
    }
}
