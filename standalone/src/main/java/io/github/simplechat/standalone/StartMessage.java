package io.github.simplechat.standalone;

/** What a person sees when everything is up: where it is, and three lines to try it with. */
final class StartMessage {

    private StartMessage() {}

    static String of(Settings settings) {
        return """

        simple-chat-api is ready.
          REST       http://localhost:%1$d      try it in a browser: http://localhost:%1$d/swagger-ui.html
          live feed  ws://localhost:%2$d/ws     described in docs/protocol/live-feed.md
          data       %3$s
          stop       Ctrl-C

        Register, create a room and send, listen (paste the lines one after the other into another terminal, in this folder):

        TOKEN=$(curl -s localhost:%1$d/v1/auth/register -H 'Content-Type: application/json' -d '{"username":"user-'$RANDOM$RANDOM'","password":"password","displayName":"첫 사람"}' | sed 's/.*"accessToken":"\\([^"]*\\)".*/\\1/'); echo "$TOKEN"
        ROOM=$(curl -s localhost:%1$d/v1/rooms -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '{"name":"첫 방","visibility":"public"}' | sed 's/.*"roomId":"\\([^"]*\\)".*/\\1/'); curl -s localhost:%1$d/v1/rooms/$ROOM/messages -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '{"text":"안녕하세요"}'; echo
        ./listen "$TOKEN" "$ROOM" ws://localhost:%2$d/ws
        """
                .formatted(settings.httpPort(), settings.livePort(), settings.dataFolder());
    }
}
