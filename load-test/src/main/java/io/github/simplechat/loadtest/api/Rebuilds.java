package io.github.simplechat.loadtest.api;

import tools.jackson.databind.JsonNode;

/** Rebuilding projections, as an administrator. */
public final class Rebuilds {

    private final ApiClient client;
    private final Account admin;

    /** Rebuilds asked for by that administrator. */
    public Rebuilds(ApiClient client, Account admin) {
        this.client = client;
        this.admin = admin;
    }

    /** Where to ask how far a rebuild is. */
    public record Ticket(String path) {}

    /**
     * How far a rebuild is.
     *
     * @param state {@code running}, {@code done}, {@code differs}, {@code cancelled} or {@code
     *     failed}
     * @param progress from 0 to 1
     * @param digest of what was built, once it was compared; else empty
     * @param oldDigest of what served then; else empty
     */
    public record Status(
            String state, double progress, long eventsPerSecond, String digest, String oldDigest) {}

    /** Starts one. */
    public Ticket start(String projection) {
        String path = "/v1/admin/projections/" + projection + "/rebuilds";
        Answer answer = client.queryCommand(admin, "POST", path).orFail();
        JsonNode id = answer.body().path("id");
        String location = answer.location();
        if (location.startsWith("/")) {
            return new Ticket(location);
        }
        String last = location.substring(location.lastIndexOf('/') + 1);
        return new Ticket(path + "/" + (id.isMissingNode() ? last : id.asString()));
    }

    /** Looks. */
    public Status status(Ticket ticket) {
        Answer answer = client.query(admin, ticket.path()).orFail();
        return new Status(
                answer.text("state"),
                answer.body().path("progress").asDouble(0),
                answer.number("eventsPerSecond"),
                answer.body().path("digest").asString(""),
                answer.body().path("oldDigest").asString(""));
    }

    /** How many events there are, by what the projection says; -1 if it does not. */
    public long head(String projection) {
        JsonNode body = client.query(admin, "/v1/admin/projections").orFail().body();
        for (JsonNode item : body.isArray() ? body : body.path("items")) {
            if (projection.equals(item.path("name").asString(""))) {
                return item.path("head").asLong(-1);
            }
        }
        return -1;
    }

    /** Whether every projection has taken in what was there when the service started. */
    public boolean areCaughtUp() {
        JsonNode body = client.query(admin, "/v1/admin/projections").orFail().body();
        JsonNode items = body.isArray() ? body : body.path("items");
        for (JsonNode item : items) {
            if (!item.path("state").asString("").equals("running")) {
                return false;
            }
        }
        return !items.isEmpty();
    }
}
