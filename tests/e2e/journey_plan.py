#!/usr/bin/python3
"""A message of three steps on the real program and the real service: the agent asks before it spends, Change gives
the message back, Approve makes a file of each step, and a restart in the middle of it loses none.

journey_plan.py BIN_DIR OUTPUT_DIR [LANG THEME]      (inside desktop.sh)
"""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import (Program, press, screenshot, settle, type_text, wait_for, wait_for_figures,  # noqa: E402
                    wait_sendable, xdotool)

PLAN = "Draw a red fox, animate it, then bring it to 4K"


def files():
    folder = os.path.join(os.environ["HOME"], "Videos", "Facet")
    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    return [name for name in names if name.endswith((".png", ".mp4"))]


def write(app):
    app.find("Message").click()
    press("ctrl+a")
    type_text(PLAN)
    wait_sendable(app)


def main():
    bin_dir, output = sys.argv[1:3]
    os.makedirs(output, exist_ok=True)
    language, theme = (sys.argv[3:5] + ["en", "dark"])[:2] if len(sys.argv) > 4 else ("en", "dark")
    width = xdotool("getdisplaygeometry").split()[0]
    prefix = f"{output}/plan-{theme}-{language}-{width}"
    profile = os.path.join(os.environ["HOME"], "profile")
    command = [f"{bin_dir}/facet", "--profile", profile, "--lang", language, "--theme", theme]
    app = Program(command, f"{prefix}.log")
    try:
        wait_for_figures(app, 60)
        app.find("Message").click()
        press("ctrl+1")
        write(app)
        # 13 for the picture, nothing for the video from it, 18 for 5 s in 4K.
        wait_for("the sum before sending", lambda: any("31" in c.text for c in app.all("Cost")), 30)
        settle(app)
        screenshot(f"{prefix}-1-before.png")
        press("Return")
        app.find("Approve", seconds=40)
        settle(app)
        screenshot(f"{prefix}-2-asked.png")

        app.find("Change").click()
        wait_for("the message in the composer again", lambda: PLAN in app.find("Message").text, 20)
        assert not app.all("Approve"), "a question that was closed can still be approved"
        screenshot(f"{prefix}-3-changed.png")

        app.find("Message").click()
        wait_sendable(app)
        press("Return")
        approve = app.find("Approve", seconds=40)
        press("Return")  # a stray Enter in the empty message
        settle(app)  # whatever it does, it has done
        assert not app.all("Cancel"), "a stray Enter has approved"
        approve.click()
        wait_for("three cards", lambda: len(app.all("Cancel")) >= 2, 30)
        screenshot(f"{prefix}-4-running.png")

        # In the middle of it.
        app.stop()
        app = Program(command, f"{prefix}.log")
        app.find("Send", seconds=60)
        wait_for("a file of each step", lambda: len(files()) == 3, 200)
        wait_for("the cards to be done", lambda: not app.all("Cancel"), 60)
        settle(app)
        screenshot(f"{prefix}-5-done.png")
        names = files()
        assert sum(name.endswith(".png") for name in names) == 1, names
        assert sum(name.endswith(".mp4") for name in names) == 2, names
        print("made:", names)
    except BaseException:
        print(app.tree())
        screenshot(f"{prefix}-failed.png")
        raise
    finally:
        app.stop()


main()
