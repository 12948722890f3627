"""The bundled service without a window: what another client of the same account would do."""

import glob
import http.client
import json
import os
import ssl
import subprocess
import urllib.parse
import uuid

from driver import wait_for


def children(pid):
    return [int(word) for path in glob.glob(f"/proc/{pid}/task/*/children") for word in open(path).read().split()]


def listening_port(pid):
    """The TCP port on loopback that a process listens on, from /proc."""
    sockets = set()
    for path in glob.glob(f"/proc/{pid}/fd/*"):
        try:
            sockets.add(os.readlink(path))
        except OSError:
            pass  # closed meanwhile
    for line in open(f"/proc/{pid}/net/tcp").read().splitlines()[1:]:
        fields = line.split()
        if fields[3] == "0A" and f"socket:[{fields[9]}]" in sockets:  # 0A: listening
            return int(fields[1].split(":")[1], 16)
    return None


class Service:
    def __init__(self, host, port, token, process=None):
        trust = ssl.create_default_context()
        trust.check_hostname = False
        trust.verify_mode = ssl.CERT_NONE  # loopback, and one of our own
        self.line = http.client.HTTPSConnection(host, port, context=trust)
        self.token = token
        self.process = process

    @classmethod
    def start(cls, program, data, plan):
        process = subprocess.Popen([program, "--data", data, "--plan", plan], stdout=subprocess.PIPE, text=True)
        ready = json.loads(process.stdout.readline())
        url = urllib.parse.urlparse(ready["url"])
        return cls(url.hostname, url.port, ready["token"], process)

    @classmethod
    def of(cls, app, data):
        """The one that a running Facet has started, with its data in `data`."""
        def find():
            for child in children(app.process.pid):
                if "facet-service" in os.readlink(f"/proc/{child}/exe"):
                    return listening_port(child)
            return None
        port = wait_for("the bundled service", find, 30)
        return cls("127.0.0.1", port, open(os.path.join(data, "token")).read().strip())

    def call(self, verb, path, body=None):
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json",
                   "Idempotency-Key": uuid.uuid4().hex}
        self.line.request(verb, path, None if body is None else json.dumps(body), headers)
        answer = self.line.getresponse()
        content = answer.read()
        assert answer.status < 300, content
        return content

    def get(self, path):
        return json.loads(self.call("GET", path))

    @property
    def balance(self):
        return self.get("/v1/account")["balance"]["credits"]

    def change_plan(self, plan):
        self.call("PATCH", "/v1/account", {"plan_id": plan})

    def make(self, takes, thread=None):
        self.call("POST", "/v1/generations", {
            "agent": "1.0", "model_id": "veo-3.1", "prompt": "a fox", "inputs": [], "thread_id": thread,
            "options": {"duration_s": 15, "resolution": "720p", "audio": True, "count": takes}})

    def talk(self):
        self.call("POST", "/v1/agents/2.0/runs", {
            "threadId": "elsewhere", "runId": uuid.uuid4().hex, "tools": [], "context": [], "state": {},
            "messages": [{"id": "m", "role": "user", "content": "hello"}], "forwardedProps": {"facet": {"max_credits": 4}}})

    def spend_nearly_everything(self):
        """As a person would: long videos with sound, then talk with Agent 2.0 until no turn can be paid any more."""
        for takes in (4, 4, 1):
            self.make(takes)
        wait_for("the long videos", lambda: all(g["status"] not in ("queued", "running")
                                                for g in self.get("/v1/generations")["items"]), 240)
        while self.balance >= 4:
            self.talk()
        return self.balance

    def stop(self):
        self.line.close()
        if self.process is not None:
            self.process.terminate()
            self.process.wait(10)
