#!/usr/bin/python3
"""A screen reader meets a conversation of 100,000 messages.

journey_transcript.py BIN_DIR OUTPUT_DIR      (inside desktop.sh)

The real program opens a profile with such a conversation. Through AT-SPI, as a screen reader does: the list has its
items, each with role, name and text, wherever in it; none is made before it is asked for. Then by the keyboard: from
message to message, and a word is found that stands in a few of them.
"""

import os
import sqlite3
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import Atspi, Program, Thing, Timeout, press, screenshot, type_text, wait_for  # noqa: E402

ROWS = 100_000


def fill(profile):
    """As the program writes it: a message and an answer in turn."""
    database = sqlite3.connect(os.path.join(profile, "facet.db"))
    with database:
        database.execute("INSERT INTO conversations (id, title, search, created_at, updated_at) "
                         "VALUES ('long', 'A long one', 'a long one', 1, 9999999999999)")
        database.execute("INSERT OR REPLACE INTO remembered (name, value) VALUES ('open_conversation', 'long')")
        database.executemany(
            "INSERT INTO messages (id, conversation_id, kind, agent, at, text, run_id, search, position) "
            "VALUES (?, 'long', ?, '2.0', ?, ?, ?, '', ?)",
            ((f"row-{row}", "agent" if row % 2 else "user", row, words(row), f"run-{row // 2}", (row + 1) * 1000)
             for row in range(ROWS)))
    database.close()


def words(row):
    text = f"Answer **{row}** is here." if row % 2 else f"Message {row} of a long day"
    return text + " 등대지기 lighthouse" if row % 20_000 == 1000 else text


def spoken(row):
    who = "Agent 2.0" if row % 2 else "You"
    return f"{who}: " + words(row).replace("**", "")


def pss(pid):
    with open(f"/proc/{pid}/smaps_rollup") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("Pss:")) / 1024


def text_of(accessible):
    interface = accessible.get_text_iface()
    return Atspi.Text.get_text(interface, 0, Atspi.Text.get_character_count(interface))


def main():
    bin_dir, output = sys.argv[1], sys.argv[2]
    os.makedirs(output, exist_ok=True)
    profile = os.path.join(os.environ["HOME"], "profile")
    command = [f"{bin_dir}/facet", "--profile", profile, "--lang", "en", "--theme", "dark"]
    app = Program(command, f"{output}/facet.log")
    try:
        app.find("Send", seconds=60)
        empty = pss(app.process.pid)
        app.stop()
        fill(profile)

        app = Program(command, f"{output}/facet.log")
        transcript = app.find("Transcript", "list", seconds=60).accessible
        wait_for("all of its items", lambda: transcript.get_child_count() >= ROWS, 30)
        started = time.monotonic()
        for row in [ROWS - 1, ROWS - 2, 0, 777, ROWS // 2, ROWS // 2 + 1]:
            item = transcript.get_child_at_index(row)
            assert item.get_role_name() == "list item", item.get_role_name()
            wait_for(f"the words of row {row}", lambda: item.get_name() == spoken(row), 20)
            assert text_of(item) == spoken(row).split(": ", 1)[1], text_of(item)
            assert item.get_index_in_parent() == row
        print(f"six items anywhere in {ROWS}: {time.monotonic() - started:.2f} s")
        last = Thing(transcript.get_child_at_index(ROWS - 1))
        assert last.showing
        assert not Thing(transcript.get_child_at_index(0)).showing
        print(f"memory (PSS): {empty:.0f} MB with nothing, {pss(app.process.pid):.0f} MB with {ROWS} messages open")

        # The keyboard goes from message to message, and says where it is.
        last.click()
        press("Up")
        before = wait_for("the message above", lambda: transcript.get_child_at_index(ROWS - 2).get_state_set().contains(
            Atspi.StateType.FOCUSED), 10)
        assert before
        screenshot(f"{output}/end.png")

        # A word in five of them, by three letters of its middle.
        press("ctrl+f")
        app.find("Find in conversation", seconds=10)
        type_text("lighth")
        wait_for("the count", lambda: (app.all("Matches") or [None])[0].text == "5 of 5", 20)
        hit = 81_000
        wait_for("the last of them in sight", lambda: Thing(transcript.get_child_at_index(hit)).showing, 20)
        screenshot(f"{output}/found.png")
        press("Return")
        wait_for("the first of them in sight", lambda: Thing(transcript.get_child_at_index(1000)).showing, 20)
        assert app.find("Matches").text == "1 of 5"
        press("Escape")
        wait_for("the bar to close", lambda: not app.all("Find in conversation"), 10)
        print(f"memory at the end (PSS): {pss(app.process.pid):.0f} MB")
        print("done")
        return 0
    except (Timeout, AssertionError) as problem:
        print("failed:", repr(problem))
        screenshot(f"{output}/failed.png")
        print(app.tree())
        return 1
    finally:
        app.stop()


if __name__ == "__main__":
    sys.exit(main())
