package io.github.simplechat.loadtest.fanout;

/** How a client speaks to a server. */
enum Dialect {
    /** A plain WebSocket. */
    PLAIN("/ws", "", "") {
        @Override
        String request(String data) {
            return "{\"topic\":\"event.client\",\"data\":" + data + "}";
        }
    },
    /** Socket.IO, on a WebSocket from the beginning. */
    SOCKET_IO("/socket.io/?EIO=4&transport=websocket", "0{", "40") {
        @Override
        String request(String data) {
            return "42[\"event.client\"," + data + "]";
        }
    };

    private final String path;
    private final String greeting;
    private final String answer;

    Dialect(String path, String greeting, String answer) {
        this.path = path;
        this.greeting = greeting;
        this.answer = answer;
    }

    /** Where the handshake goes. */
    String path() {
        return path;
    }

    /** How the server's first frame begins; nothing when the client speaks first. */
    String greeting() {
        return greeting;
    }

    /** What the client answers, and how the answer to that begins. */
    String answer() {
        return answer;
    }

    /** A request on the topic of clients. */
    abstract String request(String data);
}
