package io.github.simplechat.loadtest.api;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A request, before it is sent.
 *
 * @param target the full address
 * @param token the access token, null where none is needed
 * @param key the idempotency key
 * @param body what is sent as JSON
 */
record Call(
        String method,
        URI target,
        @Nullable String token,
        @Nullable String key,
        @Nullable Object body) {

    Call withToken(String fresh) {
        return new Call(method, target, fresh, key, body);
    }

    @Override
    public String toString() {
        return method + " " + target.getPath();
    }
}
