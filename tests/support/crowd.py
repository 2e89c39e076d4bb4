"""A class at the app, without browsers: sessions over websockets that draw, upload and come back when thrown out."""

import asyncio
import json
import random
import re
import threading
import time
import uuid
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PAD = re.compile(rb"\$\$ID-[0-9a-f]{32}-pad")
PAGE = "reconstruct"
SECONDS = 120  # until something that hangs counts as failed
XSRF = "_streamlit_xsrf"
GONE = (websockets.WebSocketException, OSError, HTTPException)


class Session:
    """One student: a tab with its cookies.

    Attributes:
        cookies: By name; "replica" names the one that the proxy chose.
        seconds: That every answer to a drawing took.
        absences: Seconds from every loss of the connection to the first answered drawing after it.
        errors: What else went wrong, in words.
    """

    def __init__(self, address: str, sticky: bool = True):
        self.address, self._sticky = address, sticky
        self.cookies: dict[str, str] = {}
        self.seconds: list[float] = []
        self.absences: list[float] = []
        self.errors: list[str] = []
        self.id = ""
        self._pad = ""
        self._script = ""
        self._serial = 0
        self._strokes: list[list[int]] = []
        self._socket: Any = None

    async def open(self) -> None:
        """Fetch the page, connect, and run it to its end."""
        await asyncio.to_thread(self._fetch, "/")
        await asyncio.to_thread(self._fetch, "/_stcore/health")
        self._socket = await websockets.connect(
            f"{self.address.replace('http', 'ws', 1)}/_stcore/stream",
            subprotocols=["streamlit", self.cookies.get(XSRF, ""), *([self.id] if self.id else [])],  # type: ignore
            additional_headers={"Cookie": self._cookie()},
            origin=self.address,  # type: ignore
            max_size=None,
            open_timeout=SECONDS,
            ping_interval=None,
        )
        self._note(self._socket.response.headers.get_all("Set-Cookie"))
        message = BackMsg()
        message.rerun_script.page_name = PAGE
        message.rerun_script.context_info.url = f"{self.address}/{PAGE}"
        await self._socket.send(message.SerializeToString())
        await self._answer("script_finished")

    async def draw(self) -> None:
        """Draw a stroke and wait for the whole answer; whoever is thrown out comes back and draws it again."""
        stroke = [random.randint(100, 900) for _ in range(40)]
        self._strokes = [*self._strokes[-2:], stroke]
        began = time.perf_counter()
        try:
            await self._send_drawing()
            self.seconds.append(time.perf_counter() - began)
        except GONE:
            await self._come_back()

    async def keep_drawing(self, pause: float) -> None:
        """Draw, on average every `pause` seconds, until cancelled."""
        await asyncio.sleep(pause * random.random())
        while True:
            try:
                await self.draw()
            except Exception as error:
                self.errors.append(f"{type(error).__name__}: {error}")
            with suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._socket.wait_closed(), random.expovariate(1 / pause))

    async def upload(self, content: bytes, share: float = 1) -> int:
        """Upload a file and return the status of the answer; 0 where the line is cut after a `share` of it."""
        message = BackMsg()
        message.file_urls_request.request_id = uuid.uuid4().hex
        message.file_urls_request.file_names.append("digit.png")
        message.file_urls_request.session_id = self.id
        await self._socket.send(message.SerializeToString())
        answer = await self._answer("file_urls_response")
        return await asyncio.to_thread(self._put, answer.file_urls_response.file_urls[0].upload_url, content, share)

    async def close(self) -> None:
        """Leave."""
        if self._socket:
            await self._socket.close()

    async def _come_back(self) -> None:
        began = time.perf_counter()
        while True:
            try:
                await self.open()
                await self._send_drawing()
            except GONE:
                if time.perf_counter() - began > SECONDS:
                    raise
                await asyncio.sleep(0.25)
            else:
                self.absences.append(time.perf_counter() - began)
                return

    async def _send_drawing(self) -> None:
        self._serial += 1
        message = BackMsg()
        message.rerun_script.page_script_hash = self._script
        message.rerun_script.context_info.url = f"{self.address}/{PAGE}"
        widget = message.rerun_script.widget_states.widgets.add()
        widget.id = self._pad
        drawing = {"strokes": self._strokes, "live": False, "serial": self._serial, "given": 0}
        widget.json_value = json.dumps({"drawing": drawing})
        await self._socket.send(message.SerializeToString())
        await self._answer("script_finished")

    async def _answer(self, wanted: str) -> ForwardMsg:
        """Read to the message that is waited for, and note what is needed later."""
        while True:
            content = await asyncio.wait_for(self._socket.recv(), SECONDS)
            if found := PAD.search(content):
                self._pad = found.group().decode()
            message = ForwardMsg.FromString(content)
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self.id = message.new_session.initialize.session_id or self.id
            if kind == "navigation":
                self._script = message.navigation.page_script_hash
            if kind == "delta" and message.delta.new_element.WhichOneof("type") in ("exception", "alert"):
                self.errors.append(str(message.delta.new_element)[:300])
            if kind == wanted:
                return message

    def _fetch(self, path: str) -> None:
        request = Request(f"{self.address}{path}", headers={"Cookie": self._cookie()})
        with urlopen(request, timeout=SECONDS) as answer:
            self._note(answer.headers.get_all("Set-Cookie"))

    def _put(self, path: str, content: bytes, share: float) -> int:
        head = b'--part\r\nContent-Disposition: form-data; name="digit.png"; filename="digit.png"\r\n\r\n'
        headers = {
            "Cookie": self._cookie(),
            "X-Xsrftoken": self.cookies.get(XSRF, ""),
            "Content-Type": "multipart/form-data; boundary=part",
        }
        body = head + content + b"\r\n--part--\r\n"
        if share < 1:
            return self._put_part(path, headers | {"Content-Length": str(len(body))}, body[: int(share * len(body))])
        try:
            with urlopen(Request(f"{self.address}{path}", body, headers, method="PUT"), timeout=SECONDS) as answer:
                return answer.status
        except HTTPError as error:
            return error.code

    def _put_part(self, path: str, headers: dict[str, str], part: bytes) -> int:
        line = HTTPConnection(self.address.removeprefix("http://"), timeout=SECONDS)
        line.putrequest("PUT", path)
        for name, value in headers.items():
            line.putheader(name, value)
        line.endheaders(part)
        line.close()
        return 0

    def _note(self, set_cookies: list[str] | None) -> None:
        for line in set_cookies or []:
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value

    def _cookie(self) -> str:
        kept = {name: value for name, value in self.cookies.items() if self._sticky or name != "replica"}
        return "; ".join(f"{name}={value}" for name, value in kept.items())


class Crowd:
    """Many sessions, in a thread of their own: where Playwright runs, no other loop may."""

    def __init__(self, loop: asyncio.AbstractEventLoop, sessions: list[Session]):
        self.sessions = sessions
        self._loop = loop
        self._drawing: list = []

    def all(self, *work: Coroutine) -> list:
        """Do things at the same time, and return their results."""

        async def together():
            return await asyncio.gather(*work)

        return asyncio.run_coroutine_threadsafe(together(), self._loop).result(10 * SECONDS)

    def start_drawing(self, pause: float) -> None:
        """Let everybody draw from now on, each every `pause` seconds on average."""
        tasks = [session.keep_drawing(pause) for session in self.sessions]
        self._drawing = [asyncio.run_coroutine_threadsafe(task, self._loop) for task in tasks]

    def rest(self) -> None:
        """Let nobody draw any more."""
        for task in self._drawing:
            task.cancel()
        self._drawing = []
        self.all(asyncio.sleep(0.1))  # in which they hear it


@contextmanager
def crowd(address: str, count: int, sticky: bool = True) -> Iterator[Crowd]:
    """Open sessions, and close them at the end; those that are not sticky forget which replica they are at."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    present = Crowd(loop, [Session(address, sticky) for _ in range(count)])
    try:
        present.all(*(session.open() for session in present.sessions))
        yield present
    finally:
        present.rest()
        present.all(*(session.close() for session in present.sessions))
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
