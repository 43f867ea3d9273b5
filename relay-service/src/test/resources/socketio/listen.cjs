// Connects as any program would, with the default options of the official client, and prints what happens, a line each.
// node listen.cjs FOLDER URL TOKEN ROOM COUNT: listens to a room from its beginning until COUNT frames came over a WebSocket.
const [folder, url, token, roomId, count] = process.argv.slice(2);
const { io } = require(folder + "/node_modules/socket.io-client");

const socket = io(url, { auth: { token } });
let frames = 0;
let steps = 0;
// Coming into the namespace and moving to a WebSocket happen at the same time, in any order.
const step = () => {
  if (++steps === 2) {
    socket.emit("event.client", { type: "chat", roomId, since: -1 }, () => console.log("acknowledged"));
  }
};
socket.io.on("open", () => {
  console.log("transport " + socket.io.engine.transport.name);
  socket.io.engine.on("upgrade", (transport) => {
    console.log("upgraded to " + transport.name);
    step();
  });
});
socket.on("connect", step);
socket.on("connect_error", (error) => {
  console.log("refused " + error.data.code);
  socket.disconnect();
});
socket.on("event.server", (data) => {
  console.log(data["msg-type"] ? "frame " + data.version : data.msg);
  frames += data["msg-type"] ? 1 : 0;
  if (frames === Number(count)) {
    console.log("done");
    setTimeout(() => socket.disconnect(), 1000); // the acknowledgement may still be on its way
  }
});
setTimeout(() => process.exit(1), 60000).unref();
