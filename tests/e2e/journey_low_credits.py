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
from driver import (PHOTOGRAPHS, SKIPPED, Program, Timeout, attach, photographs_are_there, press,  # noqa: E402
                    screenshot, type_text, wait_for, wait_for_figures, wait_sendable)
from service import Service  # noqa: E402


def main():
    bin_dir, output = sys.argv[1], sys.argv[2]
    os.makedirs(output, exist_ok=True)
    if not photographs_are_there():
        return SKIPPED
    profile = os.path.join(os.environ["HOME"], "profile")
    os.makedirs(profile)
    service = Service.start(f"{bin_dir}/facet-service", os.path.join(profile, "service"), "premium")
    left = service.spend_nearly_everything()
    service.stop()
    print("credits left:", left)
    assert left == 3, left

    app = Program([f"{bin_dir}/facet", "--profile", profile, "--lang", "en", "--theme", "dark"], f"{output}/facet.log")
    try:
        wait_for_figures(app)
        attach(app, "Start frame", PHOTOGRAPHS[0])
        attach(app, "End frame", PHOTOGRAPHS[1])
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
        wait_sendable(app)
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
