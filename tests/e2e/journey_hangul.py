#!/usr/bin/python3
"""Korean, typed as a Korean types it: through a real input method.

journey_hangul.py BIN_DIR OUTPUT_DIR      (inside desktop.sh)

IBus with its Hangul engine makes syllables of the keys. The last syllable of each message is still being made when Enter
is pressed: the message must go once, with every syllable once, and nothing of it may stay in the field.
"""

import os
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import SKIPPED, Program, press, screenshot, type_text, wait_for, wait_for_figures, wait_sendable  # noqa: E402

ENGINE = "/usr/libexec/ibus-engine-hangul"
# What is typed on the two-set layout, and what it writes. In the last, a syllable is
# corrected before it is whole.
MESSAGES = [("dkssudgktpdy", "안녕하세요"),
            ("tpfhfh 10ch Wkfl", "세로로 10초 짜리"),
            ("qkektrkdp whgdms gotqls BACKSPACE c", "바닷가에 좋은 햇빛")]


def start_input_method(output):
    environment = {"GSETTINGS_BACKEND": "keyfile", "QT_IM_MODULE": "ibus", "IBUS_ENABLE_SYNC_MODE": "0"}
    os.environ.update(environment)
    subprocess.run(["gsettings", "set", "org.freedesktop.ibus.engine.hangul", "initial-input-mode", "hangul"], check=True)
    daemon = Program(["ibus-daemon", "--panel", "disable", "--emoji-extension", "disable"], f"{output}/ibus.log")
    wait_for("the input method", lambda: subprocess.run(["ibus", "engine", "hangul"], capture_output=True).returncode == 0, 20)
    wait_for("its Hangul engine", lambda: subprocess.run(["ibus", "engine"], capture_output=True, text=True).stdout.strip()
             == "hangul", 20)
    return daemon


def sent(app):
    """The person's own messages, as the transcript tells them."""
    transcript = app.find("Transcript", "list").accessible
    names = [transcript.get_child_at_index(row).get_name() for row in range(transcript.get_child_count())]
    return [name.split(": ", 1)[1] for name in names if name.startswith("You: ")]


def main():
    bin_dir, output = sys.argv[1], sys.argv[2]
    os.makedirs(output, exist_ok=True)
    if not shutil.which("ibus-daemon") or not os.path.exists(ENGINE):
        print("skipped: no input method to type Korean with (packages ibus and ibus-hangul)")
        return SKIPPED
    daemon = start_input_method(output)
    profile = os.path.join(os.environ["HOME"], "profile")
    app = Program([f"{bin_dir}/facet", "--profile", profile, "--lang", "en", "--theme", "dark"], f"{output}/facet.log")
    try:
        wait_for_figures(app)
        app.find("Agent 1.0").click()
        for count, (keys, words) in enumerate(MESSAGES, 1):
            app.find("Message").click()
            before, correction, after = keys.partition(" BACKSPACE ")
            type_text(before)
            if correction:
                press("BackSpace")
                type_text(after)
            wait_sendable(app)
            screenshot(f"{output}/typing-{count}.png")
            press("Return")
            wait_for(f"“{words}” in the transcript", lambda: len(sent(app)) >= count, 20)
            assert sent(app) == [message[1] for message in MESSAGES[:count]], sent(app)
            wait_for("an empty field", lambda: not app.find("Message").accessible.get_text_iface().get_character_count(), 10)
        screenshot(f"{output}/sent.png")
        print("sent once each:", ", ".join(sent(app)))
    except BaseException:
        screenshot(f"{output}/failed.png")
        print(app.tree())
        raise
    finally:
        app.stop()
        daemon.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
