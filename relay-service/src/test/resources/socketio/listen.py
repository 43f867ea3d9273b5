# The same as listen.cjs, in another language: python listen.py URL TOKEN ROOM COUNT
import sys
import threading

import socketio

url, token, room, count = sys.argv[1:]
client = socketio.Client()
done = threading.Event()
frames = []
turn = threading.Lock()


def say(*words):
    """A whole line at a time: the library calls each handler on a thread of its own."""
    with turn:
        sys.stdout.write(" ".join(map(str, words)) + "\n")
        sys.stdout.flush()


@client.on("event.server")
def heard(data):
    if "msg-type" in data:
        say("frame", data["version"])
        frames.append(data["version"])
    else:
        say(data["msg"])
    if len(frames) >= int(count):
        done.set()


client.connect(url, auth={"token": token})
client.emit("event.client", {"type": "chat", "roomId": room, "since": -1}, callback=lambda *_: say("acknowledged"))
if not done.wait(60):
    sys.exit(1)
say("transport", client.transport())
client.disconnect()
