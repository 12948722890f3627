"""Drives Facet as a person does: looks for things by the name that assistive technology reads, then clicks and types
with the X server's own mouse and keyboard. Nothing here reaches into the program."""

import itertools
import os
import re
import signal
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402


PHOTOGRAPHS = ["/usr/share/backgrounds/gnome/adwaita-d.webp", "/usr/share/backgrounds/gnome/adwaita-l.webp"]
SKIPPED = 77  # what a journey returns when something that it needs is not on this machine
# What assistive technology reads is in the program's own pixels, the X server's mouse moves in those of the screen.
SCALE = float(os.environ.get("QT_SCALE_FACTOR", "1"))


class Timeout(Exception):
    pass


def photographs_are_there():
    for path in PHOTOGRAPHS:
        if not os.path.exists(path):
            print(f"skipped: {path} is not there (package gnome-backgrounds)")
            return False
    return True


def wait_for(what, probe, seconds=30.0):
    """The first true answer of probe(); tells what was waited for when there is none."""
    end = time.monotonic() + seconds
    while True:
        try:
            answer = probe()
        except Exception:  # an object that went away while it was read
            answer = None
        if answer:
            return answer
        if time.monotonic() > end:
            raise Timeout(f"waited {seconds:.0f} s for {what}")
        time.sleep(0.05)


def xdotool(*words):
    return subprocess.run(["xdotool", *map(str, words)], check=True, capture_output=True, text=True).stdout


class Thing:
    """One object on the screen."""

    def __init__(self, accessible):
        self.accessible = accessible

    @property
    def name(self):
        return self.accessible.get_name()

    @property
    def text(self):
        """What it says: its text where it has one, else its description or name."""
        interface = self.accessible.get_text_iface()
        if interface:
            words = Atspi.Text.get_text(interface, 0, Atspi.Text.get_character_count(interface))
            if words:
                return words
        return self.accessible.get_description() or self.accessible.get_name()

    @property
    def box(self):
        extents = self.accessible.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        return tuple(round(length * SCALE) for length in (extents.x, extents.y, extents.width, extents.height))

    @property
    def centre(self):
        x, y, width, height = self.box
        return x + width // 2, y + height // 2

    def has(self, state):
        return self.accessible.get_state_set().contains(state)

    @property
    def showing(self):
        return self.has(Atspi.StateType.SHOWING) and self.has(Atspi.StateType.VISIBLE)

    @property
    def enabled(self):
        return self.has(Atspi.StateType.ENABLED)

    def click(self):
        xdotool("mousemove", *self.centre)
        xdotool("click", 1)


def walk(accessible, depth=0):
    yield accessible
    if depth > 40:
        return
    count = accessible.get_child_count()
    # Of a long list only the end: nobody walks over a hundred thousand messages to find a button.
    for index in range(max(0, count - 200), count):
        child = accessible.get_child_at_index(index)
        if child is not None:
            yield from walk(child, depth + 1)


class Program:
    """A running program with windows."""

    def __init__(self, command, log, env=None):
        self.log = open(log, "ab")
        self.log_from = self.log.tell()
        self.started = time.monotonic()
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log, env={**os.environ, **(env or {})})

    def root(self):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def all(self, name, role=None):
        root = self.root()
        if root is None:
            return []
        found = []
        for accessible in walk(root):
            if accessible.get_name() == name and (role is None or accessible.get_role_name() == role):
                thing = Thing(accessible)
                if thing.showing:
                    found.append(thing)
        return found

    def find(self, name, role=None, seconds=30.0):
        return wait_for(f"“{name}” on the screen", lambda: (self.all(name, role) or [None])[0], seconds)

    def says(self, pattern):
        """The first thing in sight whose name or text matches."""
        root = self.root()
        for accessible in walk(root) if root else []:
            words = accessible.get_name() or ""
            if re.search(pattern, words):
                thing = Thing(accessible)
                if thing.showing:
                    return thing
        return None

    def wait_says(self, pattern, seconds=30.0):
        return wait_for(f"“{pattern}” on the screen", lambda: self.says(pattern), seconds)

    def tree(self):
        """What a screen reader would meet, for the log of a failed run."""
        lines = []
        root = self.root()

        def down(accessible, depth):
            state = accessible.get_state_set()
            if depth and not state.contains(Atspi.StateType.SHOWING):
                return
            lines.append("  " * depth + f"{accessible.get_role_name()} “{accessible.get_name()}”")
            for index in range(min(accessible.get_child_count(), 200)):
                child = accessible.get_child_at_index(index)
                if child is not None:
                    down(child, depth + 1)

        if root is not None:
            down(root, 0)
        return "\n".join(lines)

    def printed(self):
        """The lines that it has printed so far."""
        with open(self.log.name, encoding="utf-8", errors="replace") as file:
            file.seek(self.log_from)
            return file.read().splitlines()

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.log.close()


def type_text(text):
    xdotool("type", "--delay", 8, text)


def press(*keys):
    xdotool("key", *keys)


def screenshot(path):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    subprocess.run(["import", "-window", "root", path], check=True)


def answer_file_dialog(path):
    """The file dialog has the keyboard in its name field: the whole path, then Enter."""
    wait_for("a file dialog", lambda: "dialog" in active_window_name().lower() or "open" in active_window_name().lower()
             or "choose" in active_window_name().lower() or active_window_name() != "Facet", 10)
    xdotool("key", "ctrl+a")
    type_text(path)
    press("Return")


def attach(app, slot, path):
    """A picture into a slot ("Start frame"), through the file dialog."""
    app.find(slot).click()
    answer_file_dialog(path)
    wait_attached(app, slot)


def wait_attached(app, slot):
    wait_for(slot.lower(), lambda: app.all(f"Remove {slot.lower()}"), 30)


def wait_for_figures(app, seconds=40):
    """The window is there, and knows what the service says of itself: what sending takes is a figure."""
    app.find("Send", seconds=seconds)
    wait_for("the figures of the service", lambda: any(c.text and "—" not in c.text for c in app.all("Cost")), seconds)


def wait_sendable(app, seconds=30):
    wait_for("Send to be possible", lambda: app.find("Send").enabled, seconds)


def settle(app):
    """Until two looks at what is on the screen are the same: pictures and figures that load have arrived."""
    def still():
        # A video that plays goes on counting.
        words = re.sub(r"\d\d:\d\d\.\d\d|Frame [\d,]+ of|프레임 [\d,]+ /", "", app.tree())
        return re.sub(r"about \d+ (s|min) left|약 \d+(초|분)", "", words)  # and so does what is being made

    def same():
        before = still()
        time.sleep(0.3)
        return still() == before
    wait_for("the window to settle", same, 20)


def active_window_name():
    try:
        return xdotool("getactivewindow", "getwindowname").strip()
    except subprocess.CalledProcessError:
        return ""


def drag(start, end, taken):
    """Press, move as a hand does, and release once taken() says that what is under the mouse would take it."""
    xdotool("mousemove", *start)
    xdotool("mousedown", 1)
    for step in range(1, 11):
        x = start[0] + (end[0] - start[0]) * step // 10
        y = start[1] + (end[1] - start[1]) * step // 10
        xdotool("mousemove", "--sync", x, y)
    aside = itertools.cycle((1, 0))

    def taken_here():
        # A hand is never still, and a program is told of a drag only when the mouse moves.
        xdotool("mousemove", "--sync", end[0] + next(aside), end[1])
        return taken()
    try:
        wait_for("the place to take what is dragged", taken_here, 20)
    finally:
        xdotool("mouseup", 1)


def look(box):
    """What the screen shows there."""
    x, y, width, height = box
    return subprocess.run(["import", "-window", "root", "-crop", f"{width}x{height}+{x}+{y}", "ppm:-"], check=True,
                          capture_output=True).stdout


def lights(thing):
    """A probe: whether the corner of a slot looks other than it does now, as it does under what it would take."""
    x, y, _, _ = thing.box
    corner = (x, y, 12, 12)
    before = look(corner)
    return lambda: look(corner) != before
