package io.github.simplechat.loadtest.faults;

import io.github.simplechat.loadtest.api.Account;
import io.github.simplechat.loadtest.api.ApiClient;
import io.github.simplechat.loadtest.live.Listener;
import io.github.simplechat.loadtest.live.LiveFeed;
import io.github.simplechat.loadtest.live.SeenVersions;
import io.github.simplechat.loadtest.live.SocketIoLiveFeed;
import io.github.simplechat.loadtest.live.WebSocketLiveFeed;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The ways to listen: to each node, and to all of them in turn, on either kind of socket. */
final class Entrances {

    /** Instead of the number of a node: a connection goes to another one than the last. */
    static final int ANY_NODE = -1;

    private final ApiClient api;
    private final List<Account> people;
    private final List<Entrance> all = new ArrayList<>();

    /** One of them. */
    record Entrance(String name, int node, LiveFeed feed) {}

    /**
     * By feeds, one for each node.
     *
     * @param people who come, each with one connection to a room
     */
    Entrances(ApiClient api, List<Account> people, List<LiveFeed> plain, List<LiveFeed> socketIo) {
        this.api = api;
        this.people = people;
        add("WebSocket", plain);
        add("Socket.IO", socketIo);
    }

    /** To nodes at those addresses. */
    static Entrances to(List<URI> nodes, ApiClient api, HttpClient http, List<Account> people) {
        List<LiveFeed> plain = nodes.stream().map(node -> plain(http, node, "/ws")).toList();
        List<LiveFeed> socketIo =
                nodes.stream()
                        .<LiveFeed>map(node ->
                                new SocketIoLiveFeed(plain(http, node, SocketIoLiveFeed.PATH)))
                        .toList();
        return new Entrances(api, people, plain, socketIo);
    }

    private static LiveFeed plain(HttpClient http, URI node, String path) {
        return new WebSocketLiveFeed(
                http, URI.create("ws://" + node.getHost() + ":" + node.getPort() + path));
    }

    private void add(String socket, List<LiveFeed> nodes) {
        for (int node = 0; node < nodes.size(); node++) {
            all.add(new Entrance(socket + " to node " + (node + 1), node, nodes.get(node)));
        }
        AtomicInteger next = new AtomicInteger();
        LiveFeed inTurn =
                (token, receiver) ->
                        nodes.get(Math.floorMod(next.getAndIncrement(), nodes.size()))
                                .open(token, receiver);
        all.add(new Entrance(socket + " to any node", ANY_NODE, inTurn));
    }

    /** All of them. */
    List<Entrance> all() {
        return all;
    }

    /** Lets one of the people listen to a room. */
    Listener listener(int person, Entrance entrance, UUID room, SeenVersions seen) {
        return new Listener(
                entrance.feed(), api, people.get(person % people.size()), room.toString(), seen);
    }
}
