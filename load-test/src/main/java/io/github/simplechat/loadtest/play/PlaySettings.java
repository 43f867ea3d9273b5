package io.github.simplechat.loadtest.play;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What to play against, and how.
 *
 * @param listeners how many people listen to each room
 * @param parallel how many rooms are played at once
 * @param speed how many times faster than the log's clock; 0 for as fast as possible
 * @param prefix what all usernames and keys begin with; another prefix is another world
 * @param settle how long listeners and unread counts may lag behind before that is an error
 * @param twice whether all sends are repeated after the play
 * @param admin who may rebuild projections, or null
 */
public record PlaySettings(
        URI commandUrl,
        URI queryUrl,
        URI liveUrl,
        int listeners,
        int parallel,
        double speed,
        String prefix,
        Duration settle,
        boolean twice,
        @Nullable Credentials admin) {

    /** Name and password of an existing account. */
    public record Credentials(String username, String password) {

        @Override
        public String toString() {
            return username;
        }
    }
}
