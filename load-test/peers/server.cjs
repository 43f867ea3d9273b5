// A live feed as it is commonly written in Node, to compare ours with:
//   node server.cjs socket.io|ws|express PORT REDIS_URL JWKS_URL [POSTGRES_URL]
// Verifies a JWT at the handshake, knows event.client and event.server, and hands on what Redis publishes to a room.
// "express" is socket.io in one process with an API: a message is inserted into PostgreSQL, then published, then answered.
const { createServer } = require("http");
const { createPublicKey } = require("crypto");
const jwt = require("jsonwebtoken");
const { createClient } = require("redis");

const [kind, port, redisUrl, jwksUrl, postgresUrl] = process.argv.slice(2);

async function main() {
  const { keys } = await (await fetch(jwksUrl)).json();
  const known = new Map(keys.map((key) => [key.kid, createPublicKey({ key, format: "jwk" })]));
  const verify = (header) => {
    const token = (header || "").replace(/^Bearer /, "");
    const decoded = jwt.decode(token, { complete: true });
    return jwt.verify(token, known.get(decoded.header.kid));
  };
  const publisher = createClient({ url: redisUrl });
  const subscriber = publisher.duplicate();
  await Promise.all([publisher.connect(), subscriber.connect()]);
  const http = createServer(kind === "express" ? await api(verify, publisher) : (request, response) => response.end("up"));
  await (kind === "ws" ? plain : socketIo)(http, verify, publisher, subscriber);
  process.on("SIGUSR2", () => global.gc && global.gc());
  http.listen({ port: Number(port), backlog: 4096 });
}

async function api(verify, publisher) {
  const express = require("express");
  const { Pool } = require("pg");
  const pool = new Pool({ connectionString: postgresUrl, max: 20 });
  await pool.query(`CREATE SCHEMA IF NOT EXISTS peer;
    CREATE TABLE IF NOT EXISTS peer.room (id uuid PRIMARY KEY, seq bigint NOT NULL);
    CREATE TABLE IF NOT EXISTS peer.message (room_id uuid, seq bigint, author_id uuid NOT NULL, text text NOT NULL,
      sent_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (room_id, seq))`);
  const app = express();
  app.use(express.json());
  app.get("/", (request, response) => response.end("up"));
  app.post("/v1/rooms/:roomId/messages", async (request, response) => {
    let author;
    try {
      author = verify(request.headers.authorization).sub;
    } catch (error) {
      return response.status(401).json({ code: "unauthenticated" });
    }
    const { roomId } = request.params;
    const { rows: [{ seq, sent_at }] } = await pool.query({
      name: "send",
      text: `WITH next AS (INSERT INTO peer.room VALUES ($1, 1) ON CONFLICT (id) DO UPDATE SET seq = peer.room.seq + 1 RETURNING seq)
        INSERT INTO peer.message (room_id, seq, author_id, text) SELECT $1, seq, $2, $3 FROM next RETURNING seq, sent_at`,
      values: [roomId, author, request.body.text],
    });
    const number = Number(seq);
    await publisher.publish("relay:chat:" + roomId, JSON.stringify({ "relay-type": "chat", roomId, timestamp: sent_at,
      "msg-type": "room.msg.new", version: number, seq: number, actorId: author }));
    response.status(201).json({ roomId, seq: number, version: number, sentAt: sent_at });
  });
  return app;
}

async function socketIo(http, verify, publisher, subscriber) {
  const { Server } = require("socket.io");
  const { createAdapter } = require("@socket.io/redis-adapter");
  const io = new Server(http, { adapter: createAdapter(publisher, publisher.duplicate ? await connected(publisher.duplicate()) : publisher) });
  const rooms = new Set();
  io.use((socket, next) => {
    try {
      socket.data.user = verify(socket.handshake.headers.authorization).sub;
      next();
    } catch (error) {
      next(error);
    }
  });
  io.on("connection", (socket) => {
    socket.on("event.client", async (request) => {
      socket.join(request.roomId);
      if (!rooms.has(request.roomId)) {
        rooms.add(request.roomId);
        await subscriber.subscribe("relay:chat:" + request.roomId, (message) =>
          io.local.to(request.roomId).emit("event.server", JSON.parse(message)));
      }
      socket.emit("event.server", { ...request, msg: "connection success", version: 0 });
    });
  });
}

async function connected(client) {
  await client.connect();
  return client;
}

async function plain(http, verify, publisher, subscriber) {
  const { WebSocketServer } = require("ws");
  const server = new WebSocketServer({ noServer: true });
  const rooms = new Map();
  http.on("upgrade", (request, socket, head) => {
    try {
      const user = verify(request.headers.authorization).sub;
      server.handleUpgrade(request, socket, head, (client) => open(client, user));
    } catch (error) {
      socket.end("HTTP/1.1 401 Unauthorized\r\n\r\n");
    }
  });
  function open(client, user) {
    client.user = user;
    client.on("message", async (text) => {
      const { data } = JSON.parse(text);
      if (!rooms.has(data.roomId)) {
        rooms.set(data.roomId, new Set());
        await subscriber.subscribe("relay:chat:" + data.roomId, (message) => {
          const frame = Buffer.from(JSON.stringify({ topic: "event.server", data: JSON.parse(message) }));
          for (const listener of rooms.get(data.roomId)) {
            listener.send(frame, { binary: false });
          }
        });
      }
      rooms.get(data.roomId).add(client);
      client.on("close", () => rooms.get(data.roomId).delete(client));
      client.send(JSON.stringify({ topic: "event.server", data: { ...data, msg: "connection success", version: 0 } }));
    });
  }
  setInterval(() => server.clients.forEach((client) => client.ping()), 25000);
}

main();
