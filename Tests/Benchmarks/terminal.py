"""A terminal without a window: starts a program in it, sends keys, and knows when which byte came and what is shown.

It is an xterm of 120x40 that answers what terminals are asked, and reads all that comes at once.
"""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from contextlib import contextmanager

from screen import Screen

ROWS, COLUMNS = 40, 120
ANSWERS = {b"\x1b[5n": b"\x1b[0n", b"\x1b[c": b"\x1b[?62;22c", b"\x1b[?2004$p": b"\x1b[?2004;1$y"}
QUESTION = re.compile(rb"\x1b\[(?:[56]n|c|\?2004\$p)")
UP, DOWN, PAGE_UP, PAGE_DOWN, HOME, INSERT = "\x1bOA", "\x1bOB", "\x1b[5~", "\x1b[6~", "\x1bOH", "\x1b[2~"
# A frame of ours comes in one piece or in several with next to nothing between them.
FRAME_GAP = 0.002


class Ended(Exception):
    """The program has ended, or did not show in time what was waited for."""


class Terminal:
    """A program and its screen; moments are those of time.monotonic()."""

    def __init__(self, command, environment):
        self.screen = Screen(ROWS, COLUMNS)
        self.taken = 0
        self.master, replica = pty.openpty()
        fcntl.ioctl(replica, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        name = os.ttyname(replica)
        self.began = time.monotonic()
        # The leader of a session that opens a terminal has it as its own.
        self.process = os.posix_spawnp(
            str(command[0]),
            [str(word) for word in command],
            environment | {"TERM": "xterm-256color"},
            setsid=True,
            file_actions=[(os.POSIX_SPAWN_OPEN, 0, name, os.O_RDWR, 0)]
            + [(os.POSIX_SPAWN_DUP2, 0, descriptor) for descriptor in (1, 2)]
            + [(os.POSIX_SPAWN_CLOSE, descriptor) for descriptor in (self.master, replica)],
        )
        os.close(replica)

    def send(self, keys):
        """Sends keys; the moment before."""
        moment = time.monotonic()
        os.write(self.master, keys.encode())
        return moment

    def read(self, timeout):
        """Takes in what comes next; the moment when it came, or `None` after `timeout` seconds without anything."""
        if not select.select([self.master], [], [], timeout)[0]:
            return None
        read = b""
        # All that is there, before time goes by with looking at it.
        while select.select([self.master], [], [], 0)[0]:
            try:
                read += os.read(self.master, 1 << 16)
            except OSError as error:
                raise Ended("the program has ended") from error
            moment = time.monotonic()
        self.taken += len(read)
        for question in QUESTION.findall(read):
            place = f"\x1b[{self.screen.row + 1};{self.screen.column + 1}R".encode()
            os.write(self.master, ANSWERS.get(question, place))
        self.screen.feed(read)
        return moment

    def until(self, holds, gap=FRAME_GAP, timeout=120):
        """Reads until `holds` of the screen; the moment of the last byte then, with those that follow within `gap`."""
        moment, end = None, time.monotonic() + timeout
        while moment is None or not holds(self.screen):
            moment = self.read(end - time.monotonic()) if time.monotonic() < end else None
            if moment is None:
                raise Ended("not shown in time:\n" + "\n".join(self.screen.lines()))
        while later := self.read(gap):
            moment = later
        return moment

    def quiet(self, gap, most=60):
        """Reads until nothing has come for `gap` seconds; the moment of the last byte, `None` where none came."""
        moment, end = None, time.monotonic() + most
        while time.monotonic() < end and (later := self.read(gap)):
            moment = later
        return moment

    def peak(self):
        """The most memory that the program has had so far, in MiB."""
        with open(f"/proc/{self.process}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))

    def close(self):
        """Ends the program."""
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.master)


@contextmanager
def terminal(command, environment):
    """Runs `command` in a terminal of its own."""
    opened = Terminal(command, environment)
    try:
        yield opened
    finally:
        opened.close()
