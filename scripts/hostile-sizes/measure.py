"""Uploads each shape to a server of its own database and says what it took. `scripts/hostile-sizes/run` starts it."""
import contextlib
import http.client
import json
import os
import pathlib
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

from shapes import SHAPES

SERVER_MIB, CHILD_MIB, SECONDS, HEALTH_MS = 160, 192, 60, 50
PASSWORD = secrets.token_urlsafe(18)


class Server:
    def __init__(self, program, folder):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        variables = {
            "DATABASE_URL": os.environ["TEST_DATABASE_URL"], "PORT": str(self.port), "UPLOAD_STORE": str(folder / "store"),
            "LOG": "warn", "BOOTSTRAP_EMAIL": "master@example.com", "BOOTSTRAP_PASSWORD": PASSWORD,
        }
        self.process = subprocess.Popen([program, "serve"], cwd=folder, env={**os.environ, **variables})
        self.token = None
        while self.call("GET", "/readyz")[0] != 200:
            if self.process.poll() is not None:
                sys.exit("the server ended")
            time.sleep(0.1)
        credentials = json.dumps({"email": "master@example.com", "password": PASSWORD})
        self.token = self.call("POST", "/api/v1/auth/login", credentials, "application/json")[1]["token"]
        play = json.dumps({"code": "SIZE-1", "name": "크기 시험", "category": "play"})
        assert self.call("POST", "/api/v1/productions", play, "application/json")[0] == 201

    def call(self, method, path, body=None, kind=None, **headers):
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        if kind:
            headers["Content-Type"] = kind
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=200)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            text = answer.read()
        except OSError as error:
            return 0, {"status": str(error)}
        finally:
            connection.close()
        with contextlib.suppress(ValueError):
            return answer.status, json.loads(text)
        return answer.status, {}

    def upload(self, file, name):
        boundary = secrets.token_hex(16)
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
        body = head.encode() + file.read_bytes() + f"\r\n--{boundary}--\r\n".encode()
        status, answer = self.call("POST", "/api/v1/uploads", body, f"multipart/form-data; boundary={boundary}", Prefer="wait=60")
        until = time.monotonic() + 60
        while answer.get("status") in ("queued", "processing") and time.monotonic() < until:
            time.sleep(0.1)
            answer = self.call("GET", f"/api/v1/uploads/{answer['id']}")[1]
        return status, answer

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)


def peak_mib(pid):
    """Zero when it has ended."""
    with contextlib.suppress(OSError):
        for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return 0


def children(pid):
    found = []
    with contextlib.suppress(OSError):
        for thread in pathlib.Path(f"/proc/{pid}/task").iterdir():
            with contextlib.suppress(OSError):
                found += (thread / "children").read_text().split()
    return found


class Watch(threading.Thread):
    """Looks at the server's memory, its children's, and how long /healthz takes."""

    def __init__(self, server):
        super().__init__(daemon=True)
        self.server, self.child_mib, self.times_ms, self.is_over = server, 0, [], False
        # From now on its peak is that of this shape.
        with contextlib.suppress(OSError):
            pathlib.Path(f"/proc/{server.process.pid}/clear_refs").write_text("5")
        self.pings = threading.Thread(target=self.ping, daemon=True)

    def run(self):
        self.pings.start()
        while not self.is_over:
            for child in children(self.server.process.pid):
                self.child_mib = max(self.child_mib, peak_mib(child))
            time.sleep(0.005)

    def ping(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        while not self.is_over:
            begun = time.monotonic()
            try:
                connection.request("GET", "/healthz")
                connection.getresponse().read()
            except (OSError, http.client.HTTPException):
                connection.close()
            self.times_ms.append((time.monotonic() - begun) * 1_000)
            time.sleep(0.01)

    def stop(self):
        self.is_over = True
        self.join()
        self.pings.join()
        times = sorted(self.times_ms)
        return peak_mib(self.server.process.pid), self.child_mib, times[len(times) * 99 // 100] if times else 0


def at_once(server, file, names):
    answers = []
    senders = [threading.Thread(target=lambda name=name: answers.append(server.upload(file, name))) for name in names]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    return answers


def main():
    program, wanted = str(pathlib.Path(sys.argv[1]).resolve()), sys.argv[2:]
    shapes = {name: make for name, make in SHAPES.items() if not wanted or any(word in name for word in wanted)}
    over = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        # The database may run as another user, the server does not.
        server = Server(program, folder)
        print(f"idle: {peak_mib(server.process.pid):.0f} MiB at most")
        print(f"bounds: server {SERVER_MIB} MiB, child {CHILD_MIB} MiB, {SECONDS} s, /healthz p99 {HEALTH_MS} ms")
        print(f"{'shape':<26} {'kB':>7} {'at once':>7} {'server':>7} {'child':>6} {'s':>6} {'p99 ms':>7}  outcome")
        for name, make in shapes.items():
            file = folder / "shape"
            kind = make(file)
            size = file.stat().st_size
            for number in (1, 2):
                names = [f"202611{day:02}_SIZE-1_{name}-{number}.{kind}" for day in range(19, 19 - number, -1)]
                watch = Watch(server)
                watch.start()
                begun = time.monotonic()
                answers = at_once(server, file, names)
                seconds = time.monotonic() - begun
                server_mib, child_mib, p99_ms = watch.stop()
                outcomes = sorted({outcome(*answer) for answer in answers})
                is_over = server_mib > SERVER_MIB or child_mib > CHILD_MIB or seconds > SECONDS * number or p99_ms > HEALTH_MS
                has_ended = server.process.poll() is not None
                is_bad = is_over or has_ended or any("internal_error" in text or "processing" in text for text in outcomes)
                over += is_bad
                verdict = "OVER" if is_bad else "ok"
                print(f"{name:<26} {size // 1000:>7} {number:>7} {server_mib:>7.0f} {child_mib:>6.0f} {seconds:>6.1f} {p99_ms:>7.1f}  {verdict}: {'; '.join(outcomes)}", flush=True)
                if has_ended:
                    print("    the server ended; another is started", flush=True)
                    server = Server(program, folder)
                # The same bytes are another upload only after this one is gone.
                for _, answer in answers:
                    if answer.get("id"):
                        server.call("DELETE", f"/api/v1/uploads/{answer['id']}")
            file.unlink()
        server.stop()
    print(f"{over} over" if over else "all within bounds")
    sys.exit(1 if over else 0)


def outcome(status, answer):
    counts = answer.get("diagnosticCounts") or {}
    first = sorted(counts.items(), key=lambda item: -item[1])[:3]
    codes = " ".join(f"{code} x{count}" for code, count in first)
    return f"{status} {answer.get('status') or answer.get('code') or answer.get('title')} {codes}".strip()


main()
