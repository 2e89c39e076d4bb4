"""A session of the app without a browser: the messages that a browser would send, and all of the answers."""

import json
import re
import time

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PAD = re.compile(rb"\$\$ID-[0-9a-f]{32}-pad")
ANSWER_SECONDS = 60


class SocketSession:
    """One visitor on one page, open within `async with`.

    Attributes:
        exceptions: How many a page has shown.
        said: What warnings and other notices a page has shown.
    """

    def __init__(self, address: str, page: str, query: str = ""):
        self.exceptions = 0
        self.said: list[str] = []
        self._address, self._page, self._query = address, page, query
        self._pad = self._script = ""
        self._serial = 0
        self._kept: set[str] = set()

    async def __aenter__(self) -> "SocketSession":
        self._socket = await websockets.connect(
            self._address.replace("http", "ws", 1) + "/_stcore/stream",
            subprotocols=[websockets.Subprotocol("streamlit")],
            origin=websockets.Origin(self._address),
            max_size=None,
            open_timeout=ANSWER_SECONDS,
            ping_interval=None,
        )
        message = self._message()
        message.rerun_script.page_name = self._page
        await self._ask(message)
        return self

    async def __aexit__(self, *_error) -> None:
        await self._socket.close()

    @property
    def has_pad(self) -> bool:
        """Whether there is something to draw on."""
        return bool(self._pad)

    def cut(self) -> None:
        """Break the connection off, as a line does that fails: nobody says goodbye."""
        self._socket.transport.abort()

    async def draw(self, strokes: list, live: bool) -> float:
        """Send strokes as the pad does, read the answer, and return how many seconds it took."""
        if not self._pad:
            raise RuntimeError(f"There is no pad on “{self._page}”. Choose another page.")
        self._serial += 1
        message = self._message()
        message.rerun_script.page_script_hash = self._script
        widget = message.rerun_script.widget_states.widgets.add()
        drawing = {"strokes": strokes, "live": live, "serial": self._serial, "given": 0}
        widget.id, widget.json_value = self._pad, json.dumps({"drawing": drawing})
        start = time.perf_counter()
        await self._ask(message)
        return time.perf_counter() - start

    def _message(self) -> BackMsg:
        message = BackMsg()
        message.rerun_script.context_info.url = f"{self._address}/{self._page}"
        message.rerun_script.query_string = self._query
        message.rerun_script.cached_message_hashes.extend(self._kept)
        return message

    async def _ask(self, message: BackMsg) -> None:
        await self._socket.send(message.SerializeToString())
        while True:
            content = await self._socket.recv()
            assert isinstance(content, bytes)
            if not self._pad and (found := PAD.search(content)):
                self._pad = found.group().decode()
            answer = ForwardMsg.FromString(content)
            self._note(answer)
            if answer.WhichOneof("type") == "script_finished":
                return

    def _note(self, answer: ForwardMsg) -> None:
        kind = answer.WhichOneof("type")
        if answer.metadata.cacheable:
            self._kept.add(answer.hash)
        if kind == "new_session":
            self._script = self._script or answer.new_session.page_script_hash
        elif kind == "navigation":
            self._script = answer.navigation.page_script_hash
        elif kind == "delta" and answer.delta.WhichOneof("type") == "new_element":
            element = answer.delta.new_element
            self.exceptions += element.WhichOneof("type") == "exception"
            if element.WhichOneof("type") == "alert":
                self.said.append(element.alert.body)
