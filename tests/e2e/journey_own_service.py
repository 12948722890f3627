#!/usr/bin/python3
"""A team's own service: its token is asked for once, kept in the real keyring, and never asked for again.

journey_own_service.py BIN_DIR OUTPUT_DIR      (as root inside desktop.sh and `unshare --mount`)

The service's certificate is signed by an authority that only this test's mount namespace trusts, in place of the
system's roots; the program itself checks it as it checks any other.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import (SKIPPED, Program, Timeout, press, screenshot, type_text, wait_for, wait_for_figures)  # noqa: E402


def openssl(*words):
    subprocess.run(["openssl", *words], check=True, capture_output=True)


def make_certificates(folder):
    openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
            "-subj", "/CN=Facet journey authority", "-keyout", f"{folder}/ca.key", "-out", f"{folder}/ca.pem")
    openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=localhost",
            "-keyout", f"{folder}/server.key", "-out", f"{folder}/server.csr")
    with open(f"{folder}/ext", "w") as file:
        file.write("subjectAltName=DNS:localhost,IP:127.0.0.1\n")
    openssl("x509", "-req", "-in", f"{folder}/server.csr", "-CA", f"{folder}/ca.pem", "-CAkey", f"{folder}/ca.key",
            "-CAcreateserial", "-days", "2", "-extfile", f"{folder}/ext", "-out", f"{folder}/server.pem")


def trust(folder):
    """This namespace's /etc/ssl/certs, with one more authority. False where mounting is not allowed."""
    roots = f"{folder}/roots"
    shutil.copytree("/etc/ssl/certs", roots, symlinks=True)
    shutil.copy(f"{folder}/ca.pem", f"{roots}/facet-journey.pem")
    name = subprocess.run(["openssl", "x509", "-hash", "-noout", "-in", f"{folder}/ca.pem"], check=True, capture_output=True,
                          text=True).stdout.strip()
    os.symlink("facet-journey.pem", f"{roots}/{name}.0")
    bundle = f"{roots}/ca-certificates.crt"
    if os.path.exists(bundle) and not os.path.islink(bundle):
        with open(bundle, "a") as all_roots, open(f"{folder}/ca.pem") as one:
            all_roots.write(one.read())
    return subprocess.run(["mount", "--bind", roots, "/etc/ssl/certs"], capture_output=True).returncode == 0


def answered(app):
    wait_for("the token to be taken", lambda: app.all("Send") and not app.all("Token"), 40)
    wait_for_figures(app)


def main():
    bin_dir, output = sys.argv[1], sys.argv[2]
    os.makedirs(output, exist_ok=True)
    work = tempfile.mkdtemp(prefix="facet-own-service-")
    make_certificates(work)
    if not trust(work):
        print("skipped: this test puts an authority of its own among the system's roots, in a mount namespace; that takes root")
        return SKIPPED
    service = subprocess.Popen([f"{bin_dir}/facet-service", "--data", f"{work}/data", "--plan", "pro", "--tls-cert",
                                f"{work}/server.pem", "--tls-key", f"{work}/server.key"], stdout=subprocess.PIPE, text=True)
    ready = json.loads(service.stdout.readline())
    profile = os.path.join(os.environ["HOME"], "profile")
    command = [f"{bin_dir}/facet", "--profile", profile, "--service", ready["url"], "--lang", "en", "--theme", "light"]
    app = Program(command, f"{output}/facet.log")
    try:
        app.find("Token", seconds=40)
        screenshot(f"{output}/asked.png")
        app.find("Token").click()
        type_text("not-the-token")
        press("Return")
        wait_for("the refusal of a wrong token", lambda: app.says("does not accept this token"), 20)
        screenshot(f"{output}/refused.png")
        app.find("Token").click()
        press("ctrl+a")
        type_text(ready["token"])
        press("Return")
        answered(app)
        screenshot(f"{output}/connected.png")
        app.stop()
        app = Program(command, f"{output}/facet.log")
        answered(app)
        assert not app.all("Token"), "the token was asked for again"
        for root, _, files in os.walk(profile):
            for name in files:
                with open(os.path.join(root, name), "rb") as file:
                    assert ready["token"].encode() not in file.read(), f"the token lies open in {name}"
        print("asked once, kept in the keyring, in no file of the profile")
        return 0
    except (Timeout, AssertionError) as problem:
        print("failed:", problem)
        screenshot(f"{output}/failed.png")
        print(app.tree())
        return 1
    finally:
        app.stop()
        service.terminate()
        service.wait(10)
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
