"""Real servers on 127.0.0.1 with the shipped settings, changed as a publisher changes them."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HOST = "127.0.0.1"
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
"""Where Debian puts nginx's module for files compressed by Brotli."""
NGINX = """\
{module}
daemon off; master_process off; pid {scratch}/pid;
events {{}}
http {{
  access_log off;
  client_body_temp_path {scratch}/body; proxy_temp_path {scratch}/proxy;
  fastcgi_temp_path {scratch}/fastcgi; uwsgi_temp_path {scratch}/uwsgi;
  scgi_temp_path {scratch}/scgi;
  include {scratch}/site.conf;
}}
"""


@contextmanager
def nginx_serving(folder: Path, settings: str, scratch: Path) -> Iterator[str]:
    """The address of *folder* as nginx serves it, without a slash at the end."""
    port = free_port()
    changes = {
        "listen 80;": f"listen {HOST}:{port};",
        "    listen [::]:80;\n": "",
        "root /srv/timeline;": f"root {folder};",
    }
    if BROTLI.exists():
        changes["# brotli_static on;"] = "brotli_static on;"
    (scratch / "site.conf").write_text(change(settings, changes), encoding="utf-8")
    module = f"load_module {BROTLI};" if BROTLI.exists() else ""
    main = scratch / "nginx.conf"
    main.write_text(NGINX.format(module=module, scratch=scratch), encoding="utf-8")
    command = ["nginx", "-e", str(scratch / "errors"), "-c", str(main)]
    with running(command, port, scratch):
        yield f"http://{HOST}:{port}"


@contextmanager
def caddy_serving(folder: Path, settings: str, scratch: Path) -> Iterator[str]:
    """The address of *folder* as Caddy serves it, without a slash at the end."""
    port = free_port()
    address = f"http://{HOST}:{port}"
    changes = {"timeline.example {": address + " {", "root * /srv/timeline": f"root * {folder}"}
    file = scratch / "Caddyfile"
    file.write_text(f"{{\n\tadmin off\n}}\n{change(settings, changes)}", encoding="utf-8")
    with running(["caddy", "run", "--config", str(file)], port, scratch):
        yield address


def change(settings: str, changes: dict[str, str]) -> str:
    """The settings with some lines changed; every one has to be there."""
    for old, new in changes.items():
        assert old in settings, old
        settings = settings.replace(old, new)
    return settings


def free_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running(command: list[str], port: int, scratch: Path) -> Iterator[None]:
    """Runs a server for as long as the block lasts; what it said is in the failure if it ends."""
    said = scratch / "said"
    home = {"HOME": str(scratch), "XDG_DATA_HOME": str(scratch), "XDG_CONFIG_HOME": str(scratch)}
    with (
        said.open("wb") as out,
        subprocess.Popen(command, stdout=out, stderr=out, env={**os.environ, **home}) as process,
    ):
        try:
            while not answers(port):
                assert process.poll() is None, said.read_text(encoding="utf-8")
                time.sleep(0.02)
            yield
        finally:
            process.terminate()


def answers(port: int) -> bool:
    """Whether anything listens on a port."""
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0
