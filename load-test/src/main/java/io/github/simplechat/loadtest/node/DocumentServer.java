package io.github.simplechat.loadtest.node;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document server that outlives those which use it: the embedded one in a process of its own, or
 * the real one that {@code CHAT_TEST_MONGODB_URI} names, of which a database is used that is
 * dropped before and after.
 */
public final class DocumentServer implements AutoCloseable {

    private static final String DATABASE = "chat_load_under_load";

    /**
     * All that is written stays, so each collection of G1 would move it while everybody waits, for
     * hundreds of milliseconds; a document server does not stop for what was written to it.
     */
    private static final String COLLECTOR = "-XX:+UseZGC";

    private final @Nullable ChildJvm embedded;
    private final String url;

    private DocumentServer(@Nullable ChildJvm embedded, String url) {
        this.embedded = embedded;
        this.url = url;
    }

    /**
     * Starts the embedded one, or takes the real one.
     *
     * @param memory the most that the embedded one may keep, as {@code -Xmx} takes it
     * @param log where the errors of the embedded one go
     */
    public static DocumentServer start(String memory, Path log) {
        String given = System.getenv("CHAT_TEST_MONGODB_URI");
        if (given != null && !given.isBlank()) {
            DocumentServer real = new DocumentServer(null, withDatabase(given));
            real.drop();
            return real;
        }
        int port = NodeProcess.freePort();
        ChildJvm embedded =
                new ChildJvm.Plan(
                                List.of(),
                                List.of("-Xmx" + memory, COLLECTOR),
                                List.of("documents", "--port", Integer.toString(port)),
                                Map.of(),
                                log)
                        .start();
        return new DocumentServer(embedded, "mongodb://127.0.0.1:" + port + "/" + DATABASE);
    }

    /** The same server and options, with the database of this program. */
    static String withDatabase(String url) {
        int options = url.indexOf('?');
        String server = options < 0 ? url : url.substring(0, options);
        int path = server.indexOf('/', server.indexOf("//") + 2);
        return (path < 0 ? server : server.substring(0, path))
                + "/"
                + DATABASE
                + (options < 0 ? "" : url.substring(options));
    }

    /** Where to connect, with the database to use. */
    public String url() {
        return url;
    }

    /** What it is, for a result. */
    public String describe() {
        return embedded == null
                ? "documents in the server of CHAT_TEST_MONGODB_URI"
                : "documents in the embedded server, a process of its own";
    }

    private void drop() {
        try (MongoClient client = MongoClients.create(new ConnectionString(url))) {
            client.getDatabase(DATABASE).drop();
        }
    }

    @Override
    public void close() {
        if (embedded == null) {
            drop();
        } else {
            embedded.kill(); // it keeps nothing
        }
    }
}
