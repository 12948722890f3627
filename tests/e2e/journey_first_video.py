#!/usr/bin/python3
"""The first journey: two photographs become a playing video on a machine that has never seen Facet.

journey_first_video.py BIN_DIR OUTPUT_DIR      (inside desktop.sh)

By mouse and keyboard only: one photograph is dragged onto the start slot, the other chosen in the file dialog; the cost
is read, Enter pressed, progress watched, the playing video seen; the file in Videos/Facet is then examined.
"""

import glob
import hashlib
import json
import os
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import (PHOTOGRAPHS, SKIPPED, Program, Timeout, attach, drag, lights,  # noqa: E402
                    photographs_are_there, press, screenshot, type_text, wait_attached, wait_for, wait_for_figures, wait_sendable)


def megapixels(path):
    width, height = map(int, subprocess.run(["identify", "-format", "%w %h\n", path], check=True, capture_output=True,
                                            text=True).stdout.split()[:2])
    return width * height / 1e6


def probe(path):
    answer = subprocess.run(["ffprobe", "-v", "error", "-count_frames", "-show_streams", "-show_format", "-of", "json", path],
                            check=True, capture_output=True, text=True).stdout
    return json.loads(answer)


def similarity(video, seek, photograph, work):
    """SSIM of one frame against the photograph as the video fits it."""
    frame = os.path.join(work, "frame.png")
    picture = os.path.join(work, "picture.png")
    subprocess.run(["ffmpeg", "-v", "error", "-y", *seek, "-i", video, "-update", "1", "-frames:v", "1" if not seek else "100", frame], check=True)
    subprocess.run(["convert", photograph, "-auto-orient", "-resize", "1280x720", "-background", "black", "-gravity", "center",
                    "-extent", "1280x720", picture], check=True)
    answer = subprocess.run(["ffmpeg", "-v", "info", "-i", frame, "-i", picture, "-lavfi", "ssim", "-f", "null", "-"],
                            capture_output=True, text=True).stderr
    return float(answer.rsplit("All:", 1)[1].split()[0])


def main():
    bin_dir, output = sys.argv[1], sys.argv[2]
    os.makedirs(output, exist_ok=True)
    if not photographs_are_there():
        return SKIPPED
    for path in PHOTOGRAPHS:
        assert megapixels(path) >= 12, path
    profile = os.path.join(os.environ["HOME"], "profile")
    app = Program([f"{bin_dir}/facet", "--profile", profile, "--lang", "en", "--theme", "dark"], f"{output}/facet.log")
    source = None
    try:
        wait_for_figures(app)

        # Both photographs: one dragged in, one through the dialog.
        source = Program([f"{bin_dir}/facet_drag_source", PHOTOGRAPHS[0]], f"{output}/drag.log")
        icon = source.find("File to drag")
        slot = app.find("Start frame")
        drag(icon.centre, slot.centre, lights(slot))
        wait_attached(app, "Start frame")
        source.stop()
        attach(app, "End frame", PHOTOGRAPHS[1])

        app.find("Agent 1.0").click()
        app.find("Message").click()
        type_text("Slow push from the dark room to the light one")
        cost = wait_for("a cost of 0 credits", lambda: next((c for c in app.all("Cost") if "0 credits" in c.text), None), 15)
        print("cost before sending:", cost.text)
        wait_sendable(app)
        screenshot(f"{output}/before-sending.png")

        pressed = time.monotonic()
        press("Return")
        app.find("Cancel", seconds=20)
        screenshot(f"{output}/progress.png")

        folder = os.path.join(os.environ["HOME"], "Videos", "Facet")
        video = wait_for("the file in Videos/Facet", lambda: (glob.glob(folder + "/*.mp4") or [None])[0], 90)
        wait_for("the video to play", lambda: app.says(r"^00:0[0-9]\.[0-9]+ / 00:05") and playing(app), 30)
        print(f"from Enter to the playing video: {time.monotonic() - pressed:.1f} s")
        screenshot(f"{output}/playing.png")
        first = open(f"{output}/playing.png", "rb").read()
        wait_for("the picture to move", lambda: moved(first, output), 10)

        facts = probe(video)
        stream = next(s for s in facts["streams"] if s["codec_type"] == "video")
        print("file:", os.path.basename(video), stream["codec_name"], stream["width"], stream["height"], stream["nb_read_frames"])
        assert stream["codec_name"] == "h264"
        assert (stream["width"], stream["height"]) == (1280, 720)
        assert int(stream["nb_read_frames"]) == 120, stream["nb_read_frames"]
        tags = {k.lower(): v for k, v in facts["format"].get("tags", {}).items()}
        assert "draft" in json.dumps(tags).lower(), tags
        assert not glob.glob(folder + "/.*.part"), "a part of a download was left"
        start = similarity(video, [], PHOTOGRAPHS[0], output)
        end = similarity(video, ["-sseof", "-0.2"], PHOTOGRAPHS[1], output)
        print(f"SSIM of the first frame {start:.3f}, of the last {end:.3f}")
        assert start >= 0.95 and end >= 0.95
        served = glob.glob(os.path.join(profile, "service", "assets", "**", "*.mp4"), recursive=True)
        assert digest(video) in {digest(path) for path in served}, "not the file that the service made"

        # It is all still there after a restart.
        app.stop()
        app = Program([f"{bin_dir}/facet", "--profile", profile, "--lang", "en", "--theme", "dark"], f"{output}/facet.log")
        app.find("Send", seconds=40)
        wait_for("the conversation of before", lambda: app.says("Slow push"), 20)
        screenshot(f"{output}/after-restart.png")
        print("done")
        return 0
    except (Timeout, AssertionError) as problem:
        print("failed:", problem)
        screenshot(f"{output}/failed.png")
        print(app.tree())
        return 1
    finally:
        if source is not None:
            source.stop()
        app.stop()


def playing(app):
    a = app.says(r"^00:0[0-9]\.[0-9]+ / 00:05")
    before = a.name
    time.sleep(0.15)  # two looks at a clock that runs
    return app.says(r"^00:0[0-9]\.[0-9]+ / 00:05").name != before


def moved(first, output):
    screenshot(f"{output}/playing-later.png")
    difference = subprocess.run(["compare", "-metric", "AE", "-fuzz", "4%", f"{output}/playing.png", f"{output}/playing-later.png", "null:"],
                                capture_output=True, text=True).stderr
    return float(difference.split()[0]) > 2000


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
