import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;

/** Prints every frame of a room's feed, from its beginning. Started by the script {@code listen}. */
void main(String[] args) throws InterruptedException {
    if (args.length < 2 || args[0].isBlank() || args[1].isBlank()) {
        System.err.println("usage: ./listen TOKEN ROOM [ws://localhost:8090/ws]");
        System.exit(2);
    }
    String address = args.length > 2 ? args[2] : "ws://localhost:8090/ws";
    CountDownLatch closed = new CountDownLatch(1);
    try {
        WebSocket socket =
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .header("Authorization", "Bearer " + args[0])
                        .buildAsync(URI.create(address), new Printer(closed))
                        .join();
        socket.sendText(
                        "{\"topic\":\"event.client\",\"data\":{\"type\":\"chat\",\"roomId\":\"%s\",\"since\":-1}}"
                                .formatted(args[1]),
                        true)
                .join();
        closed.await();
    } catch (CompletionException e) {
        System.err.println("Could not listen at " + address + ": " + e.getCause().getMessage());
        System.exit(1);
    }
}

class Printer implements WebSocket.Listener {

    private final CountDownLatch closed;
    private final StringBuilder frame = new StringBuilder();

    Printer(CountDownLatch closed) {
        this.closed = closed;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        frame.append(data);
        if (last) {
            System.out.println(frame);
            frame.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        System.out.println("closed: " + code + " " + reason);
        closed.countDown();
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        System.err.println("connection lost: " + error.getMessage());
        closed.countDown();
    }
}
