"""Events and counted claims become tallies, disputes, the timeline and registers; told days become the list of days."""

from quipu.model.scales import Scale, most_salient, period, salience_at
from quipu.tallies.central import Wordings
from quipu.tallies.days import DayWeight, tell_days, weigh_days
from quipu.tallies.disputes import claims_of_low_totals, find_disputes
from quipu.tallies.registers import read_registers
from quipu.tallies.roundup import read_roundup, whole_span
from quipu.tallies.timeline import read_timeline
from quipu.tallies.totals import count_tallies

__all__ = [
    "DayWeight",
    "Scale",
    "Wordings",
    "claims_of_low_totals",
    "count_tallies",
    "find_disputes",
    "most_salient",
    "period",
    "read_registers",
    "read_roundup",
    "read_timeline",
    "salience_at",
    "tell_days",
    "weigh_days",
    "whole_span",
]
