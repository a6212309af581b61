"""The pages on a port of this machine, and nowhere else."""

from __future__ import annotations

import asyncio
import secrets
import socket
import webbrowser
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import tornado.httpserver
import tornado.httputil
import tornado.netutil
import tornado.web

from converter.review.desk import Desk
from converter.review.web import MOST_BYTES, Application, Request, Response

ADDRESS = "127.0.0.1"
_TOKEN_BYTES = 24
_ALWAYS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def serve(
    desk: Desk, *, port: int = 0, browser: bool = True, ready: Callable[[str], None] = lambda address: None
) -> None:
    """Serve a desk until it is interrupted.

    Args:
        port: 0: any that is free.
        browser: whether to open the first page.
        ready: told the address once it answers.

    Raises:
        OSError: the port cannot be had.
    """
    asyncio.run(_serve(desk, port, browser, ready))


async def _serve(desk: Desk, port: int, browser: bool, ready: Callable[[str], None]) -> None:
    sockets = tornado.netutil.bind_sockets(port, ADDRESS, family=socket.AF_INET)
    port = sockets[0].getsockname()[1]
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    application = Application(desk, token, port)
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=1) as worker:  # one thing after another, as the desk does it

        class Pages(tornado.web.RequestHandler):
            def set_default_headers(self) -> None:
                self.clear_header("Server")

            async def _answer(self) -> None:
                request = _request(self.request)
                _send(self, await loop.run_in_executor(worker, application.answer, request))

            get = post = put = delete = patch = options = head = _answer

        pages = tornado.web.Application([(r".*", Pages)], log_function=lambda page: None)  # addresses hold the token
        server = tornado.httpserver.HTTPServer(pages, max_body_size=MOST_BYTES, max_buffer_size=2 * MOST_BYTES)
        server.add_sockets(sockets)
        address = f"http://{ADDRESS}:{port}/{token}/"
        ready(address)
        if browser:
            webbrowser.open(address)
        try:
            while True:
                if not await loop.run_in_executor(worker, desk.work_off):
                    await asyncio.sleep(0.5)
        finally:
            server.stop()


def _request(came: tornado.httputil.HTTPServerRequest) -> Request:
    headers = {name.lower(): value for name, value in came.headers.items()}
    return Request(came.method or "", came.uri or "", headers, came.body)


def _send(page: tornado.web.RequestHandler, response: Response) -> None:
    page.set_status(response.status)
    for name, value in {**_ALWAYS, **response.headers, "Content-Type": response.kind}.items():
        page.set_header(name, value)
    page.finish(response.body)
