#!/usr/bin/python3
"""Low on credits: Agent 2.0 refuses a covered video and says the way out; one click later Agent 1.0 makes it for nothing.

journey_low_credits.py BIN_DIR OUTPUT_DIR      (inside desktop.sh)

The account is brought down to 3 credits as a person would: with long videos and talk, over the bundled service's own
interface. The rest is done by mouse and keyboard alone.
"""

import glob
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import (Program, Timeout, answer_file_dialog, press, screenshot, type_text, wait_for)  # noqa: E402
from service import Service  # noqa: E402

PHOTOGRAPHS = ["/usr/share/backgrounds/gnome/adwaita-d.webp", "/usr/share/backgrounds/gnome/adwaita-l.webp"]


def attach(app, slot, path, removal):
    app.find(slot).click()
    answer_file_dialog(path)
    wait_for(slot, lambda: app.all(removal), 30)


def main():
    bin_dir, output = sys.argv[1], sys.argv[2]
    os.makedirs(output, exist_ok=True)
    for path in PHOTOGRAPHS:
        if not os.path.exists(path):
            print(f"skipped: {path} is not there (package gnome-backgrounds)")
            return 77
    profile = os.path.join(os.environ["HOME"], "profile")
    os.makedirs(profile)
    service = Service.start(f"{bin_dir}/facet-service", os.path.join(profile, "service"), "premium")
    left = service.spend_nearly_everything()
    service.stop()
    print("credits left:", left)
    assert left == 3, left

    app = Program([f"{bin_dir}/facet", "--profile", profile, "--lang", "en", "--theme", "dark"], f"{output}/facet.log")
    try:
        app.find("Send", seconds=40)
        wait_for("the service's figures", lambda: [c for c in app.all("Cost") if "credit" in c.text], 40)
        attach(app, "Start frame", PHOTOGRAPHS[0], "Remove start frame")
        attach(app, "End frame", PHOTOGRAPHS[1], "Remove end frame")
        app.find("Message").click()
        press("ctrl+2")
        type_text("Use Carat Basic Video (LTX 2.3): slow push from the dark room to the light one")

        band = app.wait_says(r"Not enough credits for Agent 2\.0", 20)
        print("band:", band.name)
        assert "3 left" in band.name and "unlimited" in band.name, band.name
        assert app.find("Top up").showing
        wait_for("Send to be impossible", lambda: not app.find("Send").enabled, 15)
        press("Return")  # nothing goes out
        screenshot(f"{output}/blocked.png")
        assert not app.all("Cancel")

        app.find("Switch to Agent 1.0").click()  # one click
        wait_for("a cost of 0 credits", lambda: next((c for c in app.all("Cost") if c.text == "0 credits"), None), 15)
        app.wait_says(r"Covered by your unlimited benefit", 15)
        wait_for("Send to be possible", lambda: app.find("Send").enabled, 15)
        screenshot(f"{output}/switched.png")
        app.find("Message").click()
        pressed = time.monotonic()
        press("Return")
        app.find("Cancel", seconds=20)
        folder = os.path.join(os.environ["HOME"], "Videos", "Facet")
        video = wait_for("the file in Videos/Facet", lambda: (glob.glob(folder + "/*.mp4") or [None])[0], 120)
        app.wait_says(r"^0 credits · unlimited$", 30)
        print(f"from Enter to {os.path.basename(video)}: {time.monotonic() - pressed:.1f} s")
        screenshot(f"{output}/made.png")

        # What the ledger took: nothing.
        service = Service.of(app, os.path.join(profile, "service"))
        made = service.get("/v1/generations?limit=1")["items"][0]
        print("charged:", made["charged_credits"], "balance:", service.balance)
        assert made["agent"] == "1.0" and made["covered"] and made["charged_credits"] == 0, made
        assert service.balance == left
        service.stop()
        print("done")
        return 0
    except (Timeout, AssertionError) as problem:
        print("failed:", problem)
        screenshot(f"{output}/failed.png")
        print(app.tree())
        return 1
    finally:
        app.stop()


if __name__ == "__main__":
    sys.exit(main())
