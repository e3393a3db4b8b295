"""What a running program costs: processor time and memory, its children's with it."""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Process:
    """A program by its id. What it costs can be read on Linux only."""

    pid: int

    @property
    def is_readable(self) -> bool:
        """Whether this machine tells."""
        return (PROC / str(self.pid) / "stat").exists()

    def everyone(self) -> list[int]:
        """It, its children, and theirs."""
        found = [self.pid]
        for pid in found:
            for task in (PROC / str(pid) / "task").iterdir():
                with suppress(FileNotFoundError):  # a thread that has just ended
                    found += [int(child) for child in (task / "children").read_text().split()]
        return found

    def cpu_seconds(self) -> float:
        """Seconds of one core that they have used so far."""
        ticks = 0
        for pid in self.everyone():
            after_name = (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
            ticks += int(after_name[11]) + int(after_name[12])  # user and system
        return ticks / os.sysconf("SC_CLK_TCK")

    def memory_mib(self) -> float:
        """Resident memory in MiB; what two of them share is counted in parts (PSS)."""
        return sum(_pss_kib(pid) for pid in self.everyone()) / 1024


def _pss_kib(pid: int) -> int:
    lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
