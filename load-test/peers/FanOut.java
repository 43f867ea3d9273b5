import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures what it costs a server to hand on what Redis publishes to a room, and to hold idle connections: the relay beside
 * socket.io and ws. Started by fan-out, which starts the servers; see the README.
 */
final class FanOut {

    /** A server: how to speak to it, and what it costs. */
    record Server(String name, int port, long pid, String room, List<String> tokens) {

        boolean isSocketIo() {
            return name.equals("socket.io");
        }

        /** CPU time so far, in microseconds; the clock ticks every ten milliseconds. */
        long cpuMicros() throws IOException {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10_000;
        }

        long residentBytes() throws IOException {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A connection that counts frames and skips what is in them. */
    static final class Listener {

        final SocketChannel channel;
        final byte[] head = new byte[10];
        int filled;
        long skip;

        Listener(SocketChannel channel) {
            this.channel = channel;
        }
    }

    /** What a round cost. */
    record Cost(double microsPerDelivery, double deliveriesPerSecond) {}

    static final int FRAME_AT_LEAST = 150;
    static final ByteBuffer BUFFER = ByteBuffer.allocateDirect(1 << 18);
    static final HttpClient HTTP = HttpClient.newHttpClient();

    static long delivered;
    static Socket redis;
    static final Map<String, Long> versions = new LinkedHashMap<>();

    public static void main(String[] args) throws Exception {
        String api = args[0];
        redis = new Socket("127.0.0.1", Integer.parseInt(args[1]));
        String mode = args[2];
        int listeners = Integer.parseInt(args[3]);
        int rounds = Integer.parseInt(args[4]);
        List<Server> servers = new ArrayList<>();
        for (int i = 5; i < args.length; i++) {
            String[] parts = args[i].split(",");
            List<String> tokens = new ArrayList<>();
            String room = people(api, tokens); // of its own, so that nobody else hands on what is meant for it
            servers.add(
                    new Server(
                            parts[0],
                            Integer.parseInt(parts[1]),
                            Long.parseLong(parts[2]),
                            room,
                            tokens));
        }
        if (mode.equals("idle")) {
            for (Server server : servers) {
                idle(server, listeners);
            }
        } else {
            busy(servers, listeners, rounds);
        }
        System.exit(0);
    }

    // ---- people and a room, through the public API

    static String people(String api, List<String> tokens) throws Exception {
        String room = null;
        for (int i = 0; i < 20; i++) {
            String name = "fan" + Long.toString(System.nanoTime(), 36) + i;
            String body =
                    "{\"username\":\"%s\",\"password\":\"password\",\"displayName\":\"F\"}".formatted(name);
            String token = field(send(api, "POST", "/v1/auth/register", null, body), "accessToken");
            tokens.add(token);
            if (room == null) {
                room =
                        field(
                                send(api, "POST", "/v1/rooms", token, "{\"name\":\"fan-out\",\"visibility\":\"public\"}"),
                                "roomId");
            } else {
                send(api, "PUT", "/v1/rooms/" + room + "/members/me", token, "");
            }
        }
        return room;
    }

    static String send(String api, String verb, String path, String token, String body) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(api + path))
                        .header("Content-Type", "application/json")
                        .method(verb, HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        var response = HTTP.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(path + ": " + response.body());
        }
        return response.body();
    }

    static String field(String json, String name) {
        return json.replaceAll("(?s).*\"" + name + "\":\"([^\"]*)\".*", "$1");
    }

    // ---- connections

    static Listener connect(Server server, String token, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", server.port()));
        channel.socket().setTcpNoDelay(true);
        String path = server.isSocketIo() ? "/socket.io/?EIO=4&transport=websocket" : "/ws";
        String request =
                "GET %s HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(path, token);
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        InputStream in = channel.socket().getInputStream();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            head.write(in.read());
        }
        if (!head.toString(StandardCharsets.US_ASCII).startsWith("HTTP/1.1 101")) {
            throw new IllegalStateException(server.name() + ": " + head);
        }
        String data = "{\"type\":\"chat\",\"roomId\":\"" + server.room() + "\"}";
        if (server.isSocketIo()) {
            await(in, "0{");
            write(channel, "40");
            await(in, "40{");
            write(channel, "42[\"event.client\"," + data + "]");
        } else {
            write(channel, "{\"topic\":\"event.client\",\"data\":" + data + "}");
        }
        await(in, "connection success");
        channel.configureBlocking(false);
        Listener listener = new Listener(channel);
        channel.register(selector, SelectionKey.OP_READ, listener);
        return listener;
    }

    static void await(InputStream in, String expected) throws IOException {
        in.read();
        int length = in.read();
        length = length == 126 ? in.read() << 8 | in.read() : length;
        String text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        if (!text.contains(expected)) {
            throw new IllegalStateException("expected " + expected + " and got " + text);
        }
    }

    static void write(SocketChannel channel, String text) throws IOException {
        write(channel, 0x81, text.getBytes(StandardCharsets.UTF_8));
    }

    static void write(SocketChannel channel, int first, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 8).put((byte) first);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        }
        channel.write(frame.putInt(0).put(payload).flip());
    }

    static void read(Listener listener) throws IOException {
        BUFFER.clear();
        if (listener.channel.read(BUFFER) < 0) {
            throw new IllegalStateException("the server at " + listener.channel.getRemoteAddress() + " closed a connection");
        }
        BUFFER.flip();
        while (BUFFER.hasRemaining()) {
            if (listener.skip > 0) {
                int step = (int) Math.min(listener.skip, BUFFER.remaining());
                BUFFER.position(BUFFER.position() + step);
                listener.skip -= step;
                continue;
            }
            listener.head[listener.filled++] = BUFFER.get();
            if (listener.filled < 2) {
                continue;
            }
            int length = listener.head[1];
            int size = length == 126 ? 4 : length == 127 ? 10 : 2;
            if (listener.filled == size) {
                begin(listener, length);
            }
        }
    }

    static void begin(Listener listener, int length) throws IOException {
        ByteBuffer at = ByteBuffer.wrap(listener.head, 2, 8);
        listener.skip = length == 126 ? at.getShort() & 0xFFFF : length == 127 ? at.getLong() : length;
        listener.filled = 0;
        if (listener.skip >= FRAME_AT_LEAST) {
            delivered++;
        } else if ((listener.head[0] & 0xF) == 9) {
            write(listener.channel, 0x8A, new byte[0]);
        } else if (listener.skip == 1) {
            write(listener.channel, "3");
        }
    }

    static void pump(Selector selector, long millis) throws IOException {
        if (selector.select(millis) > 0) {
            for (SelectionKey key : selector.selectedKeys()) {
                read((Listener) key.attachment());
            }
            selector.selectedKeys().clear();
        }
    }

    // ---- what Redis publishes

    static void publish(Server server, int count) throws IOException {
        ByteArrayOutputStream commands = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            long version = versions.merge(server.room(), 1L, Long::sum);
            String message =
                    "{\"relay-type\":\"chat\",\"roomId\":\"%s\",\"timestamp\":\"%s\",\"msg-type\":\"room.msg.new\",\"version\":%d,\"seq\":%d,\"actorId\":\"%s\"}"
                            .formatted(server.room(), Instant.now().toString().substring(0, 23) + "Z", version, version, server.room());
            String channel = "relay:chat:" + server.room();
            commands.writeBytes(
                    "*3\r\n$7\r\nPUBLISH\r\n$%d\r\n%s\r\n$%d\r\n%s\r\n"
                            .formatted(channel.length(), channel, message.length(), message)
                            .getBytes(StandardCharsets.US_ASCII));
        }
        redis.getOutputStream().write(commands.toByteArray());
        InputStream in = redis.getInputStream();
        in.readNBytes(in.available());
    }

    // ---- rounds

    static void busy(List<Server> servers, int listeners, int rounds) throws Exception {
        Selector selector = Selector.open(); // one for all, so that those who wait answer pings
        for (Server server : servers) {
            for (int i = 0; i < listeners; i++) {
                connect(server, server.tokens().get(i % server.tokens().size()), selector);
            }
            // the room was created, and 20 people came in
            versions.put(server.room(), 20L);
            for (int i = 0; i < (server.name().startsWith("relay") ? 25 : 4); i++) {
                burst(server, selector, listeners, 300);
            }
            steady(server, selector, listeners, 3);
        }
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            List<Server> order = new ArrayList<>(servers);
            if (round % 2 == 1) {
                Collections.reverse(order);
            }
            for (Server server : order) {
                costs.computeIfAbsent("burst  " + server.name(), k -> new ArrayList<>())
                        .add(bursts(server, selector, listeners));
                costs.computeIfAbsent("steady " + server.name(), k -> new ArrayList<>())
                        .add(steady(server, selector, listeners, 4));
            }
        }
        System.out.printf("%d listeners of one room, medians of %d rounds%n", listeners, rounds);
        costs.keySet().stream().sorted().forEach(name -> {
            List<Cost> all = costs.get(name);
            System.out.printf(
                    "%-22s %6.2f us CPU per delivery (%s), %,10.0f deliveries/s%n",
                    name,
                    median(all.stream().mapToDouble(Cost::microsPerDelivery).toArray()),
                    all.stream().map(cost -> "%.2f".formatted(cost.microsPerDelivery())).toList(),
                    median(all.stream().mapToDouble(Cost::deliveriesPerSecond).toArray()));
        });
    }

    static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    static Cost bursts(Server server, Selector selector, int listeners) throws Exception {
        long cpu = server.cpuMicros();
        long nanos = 0;
        int count = 4;
        for (int i = 0; i < count; i++) {
            nanos += burst(server, selector, listeners, 300);
        }
        double deliveries = 300.0 * listeners * count;
        return new Cost((server.cpuMicros() - cpu) / deliveries, deliveries / (nanos / 1e9));
    }

    static long burst(Server server, Selector selector, int listeners, int messages) throws Exception {
        long start = System.nanoTime();
        long target = delivered + (long) messages * listeners;
        publish(server, messages);
        while (delivered < target) {
            pump(selector, 1_000);
            if (System.nanoTime() - start > 60_000_000_000L) {
                throw new IllegalStateException(server.name() + " lost " + (target - delivered));
            }
        }
        return System.nanoTime() - start;
    }

    static Cost steady(Server server, Selector selector, int listeners, int seconds) throws Exception {
        long cpu = server.cpuMicros();
        long before = delivered;
        long start = System.nanoTime();
        int messages = 40 * seconds;
        for (int i = 0; i < messages; i++) {
            publish(server, 1);
            long next = start + (i + 1) * 25_000_000L;
            while (System.nanoTime() < next) {
                pump(selector, Math.max(1, (next - System.nanoTime()) / 1_000_000));
            }
        }
        long target = before + (long) messages * listeners;
        while (delivered < target) {
            pump(selector, 1_000);
        }
        double deliveries = (double) messages * listeners;
        double elapsed = (System.nanoTime() - start) / 1e9;
        return new Cost((server.cpuMicros() - cpu) / deliveries, deliveries / elapsed);
    }

    static void idle(Server server, int count) throws Exception {
        Selector selector = Selector.open();
        for (int i = 0; i < 200; i++) {
            connect(server, server.tokens().get(i % server.tokens().size()), selector);
        }
        collect(server);
        long before = server.residentBytes();
        for (int i = 0; i < count; i++) {
            connect(server, server.tokens().get(i % server.tokens().size()), selector);
            if (i % 100 == 0) {
                selector.selectNow();
                pump(selector, 1);
            }
        }
        collect(server);
        System.out.printf(
                "%-10s %,8.0f resident bytes for each of %,d idle connections%n",
                server.name(), (server.residentBytes() - before) / (double) count, count);
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
    }

    /** What is garbage goes back to the system, on both sides. */
    static void collect(Server server) throws Exception {
        for (int i = 0; i < 3; i++) {
            if (server.name().startsWith("relay")) {
                new ProcessBuilder(System.getProperty("java.home") + "/bin/jcmd", Long.toString(server.pid()), "GC.run")
                        .start()
                        .waitFor();
            } else {
                new ProcessBuilder("kill", "-USR2", Long.toString(server.pid())).start().waitFor();
            }
            Thread.sleep(1_000);
        }
    }
}
