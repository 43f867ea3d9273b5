# The same as listen.cjs, in another language: python listen.py URL TOKEN ROOM COUNT
import sys
import threading

import socketio

url, token, room, count = sys.argv[1:]
client = socketio.Client()
done = threading.Event()
frames = []


@client.on("event.server")
def heard(data):
    if "msg-type" in data:
        frames.append(data["version"])
        print("frame", data["version"], flush=True)
    else:
        print(data["msg"], flush=True)
    if len(frames) >= int(count):
        done.set()


client.connect(url, auth={"token": token})
client.emit("event.client", {"type": "chat", "roomId": room, "since": -1}, callback=lambda *_: print("acknowledged", flush=True))
if not done.wait(60):
    sys.exit(1)
print("transport", client.transport(), flush=True)
client.disconnect()
