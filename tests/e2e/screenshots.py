#!/usr/bin/python3
"""Takes one round of screenshots of the real program: one language, one theme, one size.

screenshots.py BIN_DIR OUTPUT_DIR LANG THEME      (inside desktop.sh; `screenshots` beside this file takes them all)
"""

import json
import os
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import (Program, Thing, Timeout, press, screenshot, settle, type_text, walk, wait_for,  # noqa: E402
                    wait_for_figures, wait_sendable, xdotool)
from service import Service  # noqa: E402


def asked_before_sending(app, profile, prefix):
    """The two cards above the composer: a price that rose on the way, and more than one wants to be asked about."""
    app.find("New chat").click()
    wait_for("the start view", lambda: app.all("Example 1"), 20)
    app.find("Example 1").click()
    press("ctrl+1")
    wait_for("a covered example", lambda: next((c for c in app.all("Cost") if "0" in c.text), None), 20)
    wait_sendable(app)
    settle(app)
    # Somebody else changes the plan: this window learns of it when it sends.
    elsewhere = Service.of(app, os.path.join(profile, "service"))
    elsewhere.change_plan("plus")
    app.find("Message").click()
    press("Return")
    app.find("Confirm sending", seconds=20)
    settle(app)
    screenshot(f"{prefix}-9-price-rose.png")
    app.find("Do not send").click()
    wait_for("the card to go", lambda: not app.all("Confirm sending"), 10)
    elsewhere.change_plan("premium")
    elsewhere.stop()

    press("ctrl+comma")
    field = app.find("Ask above", seconds=20)
    field.click()
    press("ctrl+a")
    type_text("200\t")
    press("Escape")
    wait_for("the settings to close", lambda: not app.all("Ask above"), 10)
    app.find("Message").click()
    press("ctrl+a", "ctrl+2")
    type_text("A paper boat with Veo 3.1, 10 seconds")
    wait_sendable(app)
    press("Return")
    app.find("Confirm sending", seconds=20)
    settle(app)
    screenshot(f"{prefix}-10-asked.png")
    press("Escape")


def shelf(app, profile, prefix, narrow):
    """The sidebar with a pinned chat, one being renamed, one deleted; the queue with what runs and what waits."""
    elsewhere = Service.of(app, os.path.join(profile, "service"))
    for takes in (1, 1, 1, 1):
        elsewhere.make(takes, thread="elsewhere")
    for prompt in ("A red train in the snow", "Lavender fields from above, four takes"):
        app.find("New chat").click()
        wait_for("the start view", lambda: app.all("Example 1"), 20)
        app.find("Message").click()
        press("ctrl+1", "ctrl+a")  # Carat Video: less than one wants to be asked about
        type_text(prompt)
        wait_sendable(app)
        press("Return")
        app.find("Cancel", seconds=30)
    listed = app.find("Conversations")
    x, y, width, _ = listed.box
    xdotool("mousemove", x + width // 2, y + 52)
    xdotool("click", 3)  # the menu of the first chat
    wait_for("its menu", lambda: app.root() and len(menu_items(app)) >= 4, 10)
    screenshot(f"{prefix}-13-chat-menu.png")
    press("Down", "Down", "Return")  # pin
    settle(app)
    app.find("Conversations").click()
    press("Home", "F2")
    app.find("Chat title", seconds=10)
    settle(app)
    screenshot(f"{prefix}-14-rename.png")
    press("Escape", "End", "Delete")
    app.find("Undo delete", seconds=10)
    settle(app)
    screenshot(f"{prefix}-15-deleted.png")
    app.find("Undo delete").click()
    if narrow:
        app.find("Show pane").click()
    app.find("Queue").click()
    app.find("Cancel all", seconds=20)
    screenshot(f"{prefix}-16-queue.png")
    app.find("Cancel all").click()
    app.find("Keep all")
    screenshot(f"{prefix}-17-cancel-all.png")
    app.find("Confirm cancel all").click()
    wait_for("the queue to be empty", lambda: not app.all("Show chat"), 30)
    elsewhere.stop()


def menu_items(app):
    return [one for one in walk(app.root()) if one.get_role_name() == "menu item" and Thing(one).showing]


def blocked(bin_dir, prefix, language, theme):
    """The band when the credits do not suffice: a service that has known no plan but Free, with 100 credits."""
    profile = os.path.join(os.environ["HOME"], "free")
    service = subprocess.Popen([f"{bin_dir}/facet-service", "--data", f"{profile}/service", "--plan", "free"],
                               stdout=subprocess.PIPE, text=True)
    json.loads(service.stdout.readline())
    service.terminate()
    service.wait()
    app = Program([f"{bin_dir}/facet", "--profile", profile, "--lang", language, "--theme", theme], f"{prefix}.log")
    wait_for_figures(app)
    app.find("Message").click()
    type_text("A paper boat with Kling 3.0, 10 seconds, 1080p")
    settle(app)
    screenshot(f"{prefix}-12-blocked.png")
    app.find("Models").click()
    app.find("Use this model")
    type_text("unlimited")
    settle(app)
    screenshot(f"{prefix}-12b-picker-without-benefit.png")
    press("Escape")
    return app


def main():
    bin_dir, output, language, theme = sys.argv[1:5]
    width = xdotool("getdisplaygeometry").split()
    prefix = f"{output}/{theme}-{language}-{width[0]}x{width[1]}"
    profile = os.path.join(os.environ["HOME"], "profile")
    app = Program([f"{bin_dir}/facet", "--profile", profile, "--lang", language, "--theme", theme],
                  f"{prefix}.log")
    try:
        wait_for_figures(app)
        settle(app)
        screenshot(f"{prefix}-1-empty.png")

        app.find("Example 1").click()
        wait_sendable(app)
        settle(app)
        screenshot(f"{prefix}-2-filled.png")

        app.find("Models").click()
        app.find("Use this model")
        type_text("Carat")
        press("Down")
        settle(app)
        screenshot(f"{prefix}-3-picker.png")
        # What a model can do is searched too; Veo's page has prices with and without audio.
        press("ctrl+a")
        type_text("4K veo")
        settle(app)
        screenshot(f"{prefix}-3b-picker-ability.png")
        press("Escape")
        wait_for("the picker to close", lambda: not app.all("Use this model"), 10)

        app.find("Options").click()
        settle(app)
        screenshot(f"{prefix}-4-options.png")
        press("Escape")

        app.find("Message").click()
        press("Return")
        app.find("Cancel", seconds=20)
        screenshot(f"{prefix}-5-progress.png")
        if int(width[0]) < 1100:
            # The pane would cover the chat: the result waits on its card. Enter on it opens the pane.
            wait_for("the result", lambda: not app.all("Cancel"), 120)
            settle(app)
            screenshot(f"{prefix}-5b-finished.png")
            app.find("Transcript").click()
            press("Up", "Return")
        wait_for("the video", lambda: app.says(r"^00:0[0-9]\.[0-9]+ / 00:0[1-9]"), 120)
        time.sleep(1.0)  # somewhere inside the video, not its first frame
        screenshot(f"{prefix}-6-playing.png")

        if int(width[0]) < 1100:
            press("Escape")
        app.find("Message").click()
        type_text("Two takes of a paper boat with Veo 3.1, 10 seconds, vertical")
        settle(app)
        screenshot(f"{prefix}-7-uncovered.png")
        app.find("More ways to pay less").click()
        settle(app)
        screenshot(f"{prefix}-7b-pay-less.png")
        press("Escape")
        app.find("Credits").click()
        settle(app)
        screenshot(f"{prefix}-8-account.png")
        app.find("Open spending").click()
        wait_for("the ledger's check", lambda: app.all("Spent") or app.all("Spending by day"), 20)
        settle(app)
        screenshot(f"{prefix}-9-spending.png")
        app.find("Show totals").click()
        app.find("Spending by day").click()
        press("End")
        settle(app)
        screenshot(f"{prefix}-9b-totals.png")
        press("Escape")
        app.find("Credits").click()
        app.find("Compare plans").click()
        app.find("Plans")
        settle(app)
        screenshot(f"{prefix}-10-plans.png")
        press("Escape")
        app.find("Chat menu").click()
        press("Down", "Return")
        app.find("Ask above")
        settle(app)
        screenshot(f"{prefix}-11-chat-limits.png")
        press("Escape")
        asked_before_sending(app, profile, prefix)
        shelf(app, profile, prefix, int(width[0]) < 1100)

        app.stop()
        app = blocked(bin_dir, prefix, language, theme)
        return 0
    except Timeout as problem:
        print("failed:", problem)
        screenshot(f"{prefix}-failed.png")
        print(app.tree())
        return 1
    finally:
        app.stop()


if __name__ == "__main__":
    sys.exit(main())
