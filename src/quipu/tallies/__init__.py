"""Events and counted claims become tallies, disputes, the timeline and registers."""

from quipu.tallies.disputes import find_disputes
from quipu.tallies.registers import read_registers
from quipu.tallies.timeline import read_timeline
from quipu.tallies.totals import count_tallies

__all__ = ["count_tallies", "find_disputes", "read_registers", "read_timeline"]
