"""All replicas and HAProxy: started, watched, started anew one after the other, and stopped."""

import logging
import signal
import time

from serve.proxy import Proxy
from serve.replica import Replica

LOOK_EVERY = 0.2  # seconds
log = logging.getLogger("serve")


class Fleet:
    """What runs; nothing in it waits, it looks at everything every now and then."""

    def __init__(self, replicas: list[Replica], proxy: Proxy):
        self._replicas, self._proxy = replicas, proxy
        self._to_restart: list[Replica] = []
        self._ended = False

    def run(self) -> None:
        """Serve until a signal ends it; SIGHUP starts all replicas anew, one after the other."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: setattr(self, "_ended", True))
        signal.signal(signal.SIGHUP, lambda *_: setattr(self, "_to_restart", list(self._replicas)))
        try:
            while not self._ended:
                self._look()
                time.sleep(LOOK_EVERY)
        finally:
            self._stop()

    def _look(self) -> None:
        if not self._proxy.runs():
            self._proxy.start()
            for replica in self._replicas:
                replica.admitted = False
        for replica in self._replicas:
            self._look_at(replica)
        if self._to_restart and all(replica.admitted for replica in self._replicas):
            self._restart(self._to_restart.pop(0))

    def _look_at(self, replica: Replica) -> None:
        """Replace a replica that has died; admit one that has become ready."""
        if not replica.runs():
            if replica.admitted:
                log.warning("%s has died", replica.name)
                self._proxy.withdraw(replica)
            if replica.start():
                log.info("%s starts", replica.name)
        elif not replica.admitted and replica.is_ready() and self._proxy.admit(replica):
            log.info("%s is ready after %.0f s", replica.name, replica.seconds())

    def _restart(self, replica: Replica) -> None:
        log.info("%s is started anew", replica.name)
        self._proxy.withdraw(replica)
        replica.stop()
        replica.start()

    def _stop(self) -> None:
        log.info("stopping")
        self._proxy.stop()
        for replica in self._replicas:
            replica.ask_to_stop()
        for replica in self._replicas:
            replica.stop()
