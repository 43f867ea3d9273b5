package io.github.simplechat.stores;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * A store in this process that speaks MongoDB's wire protocol, on a loopback port. Lives in memory:
 * projections are built again from the event store at every start.
 */
public final class EmbeddedMongo implements AutoCloseable {

    /**
     * A connection is served by one of them, which does its whole work: with a few, a query would
     * wait for the bulk write of somebody else whose connection has the same one.
     */
    private static final int WORKERS = 64;

    private final MongoServer server;
    private final InetSocketAddress address;

    private EmbeddedMongo(MongoServer server, InetSocketAddress address) {
        this.server = server;
        this.address = address;
    }

    /** A server on any free port. */
    public static EmbeddedMongo start() {
        return on(0);
    }

    /** A server on a loopback port, 0 for any free one. */
    public static EmbeddedMongo on(int port) {
        MongoServer server = new MongoServer(new IndexedMemoryBackend());
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, WORKERS);
        return new EmbeddedMongo(server, server.getLocalAddress());
    }

    /** Where to connect, with the database to use. */
    public String url() {
        return url("chat");
    }

    /** Where to connect, with a database of that name. */
    public String url(String database) {
        return "mongodb://127.0.0.1:" + address.getPort() + "/" + database;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
