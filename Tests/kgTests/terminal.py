"""A program on a terminal of its own: terminal.py PROGRAM ARGUMENT… < STEPS

Steps are lines: `send TEXT` types (with escapes as in Python), `see TEXT` waits for it to be printed after what was seen before,
`interrupt` types Ctrl-C once it is a signal and no longer a key (one only: the kernel drops what was printed and not yet read when
it comes), `columns N` changes the width of the window, `terminate` sends SIGTERM, `end` waits for the program's end. Prints all that
the program did; ends with an error where a step can't be done in five minutes.
"""
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time


def main():
    child, terminal = pty.fork()
    if child == 0:
        os.execv(sys.argv[1], sys.argv[1:])
    resize(terminal, 80)
    printed, seen = "", 0
    for line in sys.stdin:
        step, _, text = line.rstrip("\n").partition(" ")
        text = text.encode().decode("unicode_escape")
        if step == "send":
            os.write(terminal, text.encode("latin-1"))
        elif step == "columns":
            resize(terminal, int(text))
        elif step == "terminate":
            os.kill(child, signal.SIGTERM)
        until = time.monotonic() + 300
        if step == "interrupt":
            while not termios.tcgetattr(terminal)[3] & termios.ISIG and time.monotonic() < until:
                time.sleep(0.01)
            os.write(terminal, b"\x03")
        while step == "end" or step == "see" and text not in printed[seen:]:
            more = read(terminal, until)
            if not more:
                break
            printed += more
        if step == "see":
            if text not in printed[seen:]:
                sys.exit("not seen: %r in %r" % (text, printed[seen:]))
            seen = printed.index(text, seen) + len(text)
    sys.stdout.write(printed)
    sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def resize(terminal, columns):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))


def read(terminal, until):
    """What is printed next; nothing at the end, or when time is up."""
    try:
        ready, _, _ = select.select([terminal], [], [], max(0, until - time.monotonic()))
        return os.read(terminal, 65536).decode("utf-8", "replace") if ready else ""
    except OSError:
        return ""


main()
