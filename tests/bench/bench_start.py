#!/usr/bin/python3
"""Cold start to the first window, and memory at rest, beside a bare Qt window.

bench_start.py BIN_DIR      (inside tests/e2e/desktop.sh)

Time: from the start of the process to the X server's MapNotify of a window of its own, on a new profile, median of
several. Memory: PSS of the program and of the service it starts, once both have been quiet for two seconds.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from Xlib import X, display

ROUNDS = 7


def children(pid):
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat") as file:
                    if int(file.read().rsplit(")", 1)[1].split()[1]) == pid:
                        found.append(int(entry))
            except (OSError, ValueError):
                pass
    return found


def pss_mb(pid):
    with open(f"/proc/{pid}/smaps_rollup") as file:
        for line in file:
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0


def cpu(pid):
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
        return int(fields[11]) + int(fields[12])


def wait_quiet(pids):
    last, since = None, time.monotonic()
    while time.monotonic() - since < 2:
        now = [cpu(pid) for pid in pids]
        if now != last:
            last, since = now, time.monotonic()
        time.sleep(0.1)


def measure(connection, command, wants_child):
    root = connection.screen().root
    while connection.pending_events():
        connection.next_event()
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    shown = None
    while shown is None and time.monotonic() - started < 30:
        if not connection.pending_events():
            time.sleep(0.001)
            continue
        event = connection.next_event()
        if event.type == X.MapNotify and event.window.get_geometry().width > 200:
            shown = time.monotonic() - started
    while wants_child and not children(process.pid):
        time.sleep(0.05)
    own = children(process.pid)
    wait_quiet([process.pid, *own])
    memory = (pss_mb(process.pid), sum(pss_mb(pid) for pid in own))
    process.terminate()
    process.wait(20)
    return shown, memory


def main():
    bin_dir = sys.argv[1]
    connection = display.Display()
    connection.screen().root.change_attributes(event_mask=X.SubstructureNotifyMask)
    connection.sync()
    rows = []
    for name, wants_child in (("bare Qt window", False), ("Facet", True)):
        times, memories = [], []
        for _ in range(ROUNDS):
            profile = tempfile.mkdtemp(prefix="facet-bench-")
            command = [f"{bin_dir}/bench_bare_window"] if not wants_child else [f"{bin_dir}/facet", "--profile", profile]
            shown, memory = measure(connection, command, wants_child)
            times.append(shown)
            memories.append(memory)
            shutil.rmtree(profile, ignore_errors=True)
        rows.append((name, statistics.median(times), statistics.median(m[0] for m in memories), statistics.median(m[1] for m in memories)))
    print(f"{'':<18}{'first window':>14}{'app PSS':>12}{'service PSS':>14}")
    for name, shown, app, service in rows:
        print(f"{name:<18}{shown * 1000:>11.0f} ms{app:>9.1f} MB{service:>11.1f} MB")
    print(f"{'Facet / bare':<18}{rows[1][1] / rows[0][1]:>13.2f}×{'both':>12}{rows[1][2] + rows[1][3]:>11.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
