package io.github.simplechat.loadtest.faults;

import io.github.simplechat.loadtest.node.RedisServer;

/** What happens to a Redis: something at first, and something when that is over. */
enum RedisFault {
    KILLED("kill -9, later started again"),
    RESTARTED("stopped, later started again"),
    FROZEN("SIGSTOP, later SIGCONT"),
    FLUSHED("FLUSHALL, twice"),
    SUBSCRIBERS_KILLED("CLIENT KILL TYPE pubsub, twice"),
    OTHERS_KILLED("CLIENT KILL TYPE normal, twice");

    private static final String FLUSH = "FLUSHALL";
    private static final String SUBSCRIBERS = "pubsub";
    private static final String OTHERS = "normal";

    private final String description;

    RedisFault(String description) {
        this.description = description;
    }

    /** What is done, for a person to read. */
    String description() {
        return description;
    }

    /** Does it. A fault that meets nobody would prove nothing, so that fails. */
    void begin(RedisServer redis) {
        switch (this) {
            case KILLED -> redis.kill();
            case RESTARTED -> redis.stop();
            case FROZEN -> redis.freeze();
            case FLUSHED -> redis.say(FLUSH);
            case SUBSCRIBERS_KILLED -> requireSome(redis.cut(SUBSCRIBERS));
            case OTHERS_KILLED -> requireSome(redis.cut(OTHERS));
        }
    }

    /** After this Redis is as it was, but for what it has forgotten. */
    void end(RedisServer redis) {
        switch (this) {
            case KILLED, RESTARTED -> redis.start();
            case FROZEN -> redis.thaw();
            case FLUSHED -> redis.say(FLUSH);
            case SUBSCRIBERS_KILLED -> redis.cut(SUBSCRIBERS);
            case OTHERS_KILLED -> redis.cut(OTHERS);
        }
    }

    private void requireSome(int cut) {
        if (cut == 0) {
            throw new IllegalStateException("Nobody was there: " + description);
        }
    }
}
