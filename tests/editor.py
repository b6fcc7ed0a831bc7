"""An editor without a window: types into a YAML file and asks the real language server about it.

Speaks the Language Server Protocol (https://microsoft.github.io/language-server-protocol/) with
the server that VS Code and other editors use. Where the cursor stands, the text has a ¦.
"""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from threading import Timer
from typing import Any

from tests.projects import ROOT

SERVER = ROOT / ".venv/language_server/node_modules/yaml-language-server/bin/yaml-language-server"

PATIENCE = 60
"""Seconds after which the server is ended, so that no test hangs."""

SETTINGS = {
    "validate": True,
    "hover": True,
    "completion": True,
    "schemaStore": {"enable": False},
}
CAPABILITIES = {
    "textDocument": {
        "completion": {
            "completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}
        },
        "hover": {"contentFormat": ["markdown"]},
    }
}

Message = dict[str, Any]


class Editor:
    """A file of a project that is being typed, and the server that judges it."""

    def __init__(self, server: "subprocess.Popen[bytes]", file: Path):
        self._server = server
        self._number = count(1)
        self._uri = file.as_uri()
        folder = file.parent.as_uri()
        self._ask(
            "initialize", {"processId": None, "rootUri": folder, "capabilities": CAPABILITIES}
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": {"yaml": SETTINGS}})
        self._open(self._uri, "")

    def complete(self, text: str) -> dict[str, Message]:
        """What is offered at the cursor, by its label."""
        return {item["label"]: item for item in self._at_cursor("completion", text)["items"]}

    def hover(self, text: str) -> str:
        """What is explained at the cursor, in Markdown."""
        value: str = self._at_cursor("hover", text)["contents"]["value"]
        return value

    def complain(self, text: str) -> list[tuple[int, str]]:
        """What is marked as wrong: the line, counted from 1, and the message."""
        # In a new file: what is said of another text could still be on its way.
        uri = self._uri.replace(".yaml", f"-{next(self._number)}.yaml")
        self._open(uri, text)
        said: Message = {}
        while said.get("uri") != uri:
            said = self._receive().get("params", {})
        return sorted((d["range"]["start"]["line"] + 1, d["message"]) for d in said["diagnostics"])

    def _at_cursor(self, what: str, text: str) -> Message:
        before, _, after = text.partition("¦")
        self._type(before + after)
        *above, line = before.split("\n")
        position = {"line": len(above), "character": len(line)}
        document = {"textDocument": {"uri": self._uri}, "position": position}
        answer: Message = self._ask(f"textDocument/{what}", document)
        return answer

    def _open(self, uri: str, text: str) -> None:
        document = {"uri": uri, "languageId": "yaml", "version": 0, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})

    def _type(self, text: str) -> None:
        document = {"uri": self._uri, "version": next(self._number)}
        changes = {"textDocument": document, "contentChanges": [{"text": text}]}
        self._tell("textDocument/didChange", changes)

    def _ask(self, method: str, params: Message) -> Any:
        number = next(self._number)
        self._send({"id": number, "method": method, "params": params})
        while (message := self._receive()).get("id") != number or "method" in message:
            pass
        return message["result"]

    def _tell(self, method: str, params: Message) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._server.stdin.flush()

    def _receive(self) -> Message:
        """The next message; what the server asks of the editor is answered on the way."""
        assert self._server.stdout
        headers = dict(
            line.strip().lower().split(b": ")
            for line in iter(self._server.stdout.readline, b"\r\n")
            if line or self._fail()
        )
        message: Message = json.loads(self._server.stdout.read(int(headers[b"content-length"])))
        if "method" in message and "id" in message:
            asked = message.get("params", {}).get("items", [])
            known = [SETTINGS if item["section"] == "yaml" else {} for item in asked]
            self._send({"id": message["id"], "result": known or None})
        return message

    def _fail(self) -> bool:
        raise AssertionError("the language server has ended")


@contextmanager
def open_editor(file: Path) -> Iterator[Editor]:
    """An editor in which *file* is open."""
    server = subprocess.Popen(
        ["node", SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    end = Timer(PATIENCE, server.kill)
    end.start()
    try:
        yield Editor(server, file)
    finally:
        end.cancel()
        server.kill()
        server.communicate()
