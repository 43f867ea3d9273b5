package io.github.simplechat.relay.gateway;

import io.github.simplechat.api.relay.Feed;

/** Frames for tests outside this package. */
public final class FrameFixture {

    private FrameFixture() {}

    public static Frame about(Feed feed) {
        return Answers.success(feed, 1);
    }
}
