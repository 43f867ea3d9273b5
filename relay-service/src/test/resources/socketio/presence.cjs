// Asks who is here with the default options of the official client, and prints the answers, a line each.
// node presence.cjs FOLDER URL TOKEN ROOM OTHER OTHERS_TOKEN: asks about OTHER, who comes after the first answer.
const [folder, url, token, roomId, other, othersToken] = process.argv.slice(2);
const { io } = require(folder + "/node_modules/socket.io-client");

const sockets = [];
const connect = (token) => {
  const socket = io(url, { auth: { token }, forceNew: true });
  sockets.push(socket);
  return socket;
};
const asking = connect(token);
asking.on("connect", () => {
  asking.emit("event.client", { type: "chat", roomId });
  asking.emit("event.client", { type: "chat", roomId, action: "presence", userIds: [other] });
});
asking.on("event.server", (data) => {
  if (data.action !== "presence") {
    return;
  }
  data.away.forEach((person) => console.log("away " + person));
  data.here.forEach((person) => console.log("here " + person));
  if (data.here.length > 0) {
    sockets.forEach((socket) => socket.disconnect());
  } else {
    connect(othersToken);
  }
});
setTimeout(() => process.exit(1), 30000).unref();
