"""`verse chat`: starts the chat for the browser on this machine's own address."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

from ingest.errors import PortTaken
from ingest.settings import Settings
from ui.theme import THEME

ADDRESS = "127.0.0.1"
OPTIONS: dict[str, str] = {
    "browser.gatherUsageStats": "false",
    "server.address": ADDRESS,
    "server.headless": "true",
    "server.fileWatcherType": "none",
    "server.enableAgentApi": "false",
    "client.toolbarMode": "minimal",
    "client.showErrorDetails": "none",
    "client.showErrorLinks": "false",
    "logger.hideWelcomeMessage": "true",
    # A look over every object of the models and the index after each drawing took 0.3 s in which
    # nobody else's page was drawn; Python's own collection goes on as everywhere.
    "runner.postScriptGC": "false",
}
"""Given on the command line, so that no other folder's configuration can undo them."""


def serve(settings: Settings, port: int) -> None:
    """Say the address and become the chat's server, until it is stopped.

    Raises:
        PortTaken: Something else listens on the port.

    """
    check_port(port)
    sys.stdout.write(f"Chapter & Verse: http://{ADDRESS}:{port} (Ctrl-C stops it)\n")
    sys.stdout.flush()
    os.execve(sys.executable, command(port), surroundings(settings))


def check_port(port: int) -> None:
    """Do nothing where the port is free.

    Raises:
        PortTaken: Something else listens on the port.

    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError as error:
            raise PortTaken(
                f"Port {port} is in use. Try another: verse chat --port {port % 65535 + 1}"
            ) from error


def command(port: int) -> list[str]:
    """Give the command line of the server."""
    script = Path(__file__).with_name("app.py")
    options = {"server.port": str(port), **OPTIONS, **THEME}
    flags = [f"--{name}={value}" for name, value in options.items()]
    return [sys.executable, "-m", "streamlit", "run", str(script), *flags]


def surroundings(settings: Settings) -> dict[str, str]:
    """Give the server's environment: the same folders, and the packages where they are now."""
    home = str(Path(__file__).parent.parent)
    paths = [home, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(paths),
        "VERSE_CORPUS": str(settings.corpus.absolute()),
        "VERSE_INDEX": str(settings.index.absolute()),
        "VERSE_ACCESS": ",".join(settings.access),
        "CHROMA_URL": settings.chroma_url,
    }
