#!/usr/bin/python3
"""Files dragged between programs, both ways, as the X server's own drag and drop carries them.

journey_drag.py BIN_DIR OUTPUT_DIR      (inside desktop.sh)

In: a picture onto the start frame, another one onto the window. Out: the picture of the finished result, from the
preview into another program, which gets the very file that the service made. In again: that file onto the window
offers its request back.
"""

import contextlib
import glob
import hashlib
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import (Program, Timeout, drag, lights, press, screenshot, settle, type_text, wait_attached,  # noqa: E402
                    wait_for, wait_for_figures, wait_sendable)

SAMPLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "resources", "samples")
START = os.path.abspath(os.path.join(SAMPLES, "harbor-night.jpg"))
OTHER = os.path.abspath(os.path.join(SAMPLES, "moss-fox.jpg"))
PROMPT = "Slow push in from the dark harbor"


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


@contextlib.contextmanager
def brought(bin_dir, output, path, place, taken=None):
    """A file manager of its own for each file, whose icon is dragged to a place. It stays while the file is read: what
    is dragged is asked of it only after the drop."""
    source = Program([f"{bin_dir}/facet_drag_source", path], f"{output}/source.log")
    try:
        drag(source.find("File to drag").centre, place, taken or (lambda: source.printed()[-1:] == ["taken"]))
        wait_for("the drop", lambda: "dropped" in source.printed(), 10)
        yield
    finally:
        source.stop()


def kept_files(profile):
    return {digest(path) for path in glob.glob(f"{profile}/**/*.jpg", recursive=True)}


def main():
    bin_dir, output = sys.argv[1], sys.argv[2]
    os.makedirs(output, exist_ok=True)
    profile = os.path.join(os.environ["HOME"], "profile")
    app = Program([f"{bin_dir}/facet", "--profile", profile, "--lang", "en", "--theme", "dark"], f"{output}/facet.log")
    target = None
    try:
        wait_for_figures(app)
        press("ctrl+1")
        settle(app)

        # Onto the start frame: its corner lights before the hand lets go.
        slot = app.find("Start frame")
        with brought(bin_dir, output, START, slot.centre, lights(slot)):
            wait_attached(app, "Start frame")
        size = subprocess.run(["identify", "-format", "%w × %h", START], check=True, capture_output=True, text=True).stdout
        facts = app.find("Start frame").accessible.get_description().replace(",", "")
        assert size.replace(" ", "") in facts.replace(" ", ""), (size, facts)
        wait_for("the bytes that were dragged, kept", lambda: digest(START) in kept_files(profile), 10)
        screenshot(f"{output}/on-start-frame.png")

        # Onto the window, far from any slot.
        with brought(bin_dir, output, OTHER, app.find("Example 2").centre):
            wait_for("a reference image", lambda: app.all("Reference image") and app.all("Remove image"), 30)
        wait_for("the bytes of the other one, kept", lambda: digest(OTHER) in kept_files(profile), 10)
        screenshot(f"{output}/on-window.png")
        app.find("Remove image").click()
        wait_for("it to be gone again", lambda: not app.all("Remove image"), 10)

        app.find("Message").click()
        type_text(PROMPT)
        wait_sendable(app)
        press("Return")
        wait_for("the video to play", lambda: app.says(r"^00:0[0-9]\.[0-9]+ / 00:05"), 120)

        # Out of the preview into an editor, here at the left edge.
        target = Program([f"{bin_dir}/facet_drag_target", "0", "300"], f"{output}/target.log")
        place = target.find("Place for files")
        picture = app.find("Picture").centre
        drag(picture, place.centre, lambda: "over" in target.printed())
        line = wait_for("what the editor got", lambda: [one for one in target.printed() if one != "over"], 10)[0]
        path, allowed = line.split("\t")
        print("dragged out:", path, allowed)
        assert allowed == "copy", "another program could move the file away"
        screenshot(f"{output}/dragged-out.png")
        assert path in glob.glob(os.path.join(os.environ["HOME"], "Videos", "Facet", "*.mp4")), path
        served = glob.glob(os.path.join(profile, "service", "assets", "**", "*.mp4"), recursive=True)
        assert digest(path) in {digest(one) for one in served}, "not the file that the service made"
        assert app.process.poll() is None and app.find("Send"), "the window did not outlive the drag"
        target.stop()

        # And in again: the file brings its request, and sends nothing.
        app.find("New chat").click()
        wait_for("the start view", lambda: app.all("Example 1"), 20)
        with brought(bin_dir, output, path, app.find("Example 2").centre):
            app.find("Use its request instead").click()
        wait_for("the prompt of the file", lambda: app.find("Message").text.strip() == PROMPT, 20)
        wait_attached(app, "Start frame")
        assert app.all("Example 1") and not app.all("Cancel"), "dropping a file has sent something"
        screenshot(f"{output}/request-back.png")
        print("done")
        return 0
    except (Timeout, AssertionError) as problem:
        print("failed:", repr(problem))
        screenshot(f"{output}/failed.png")
        print(app.tree())
        return 1
    finally:
        if target is not None:
            target.stop()
        app.stop()


if __name__ == "__main__":
    sys.exit(main())
