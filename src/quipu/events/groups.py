"""Disjoint groups of numbered things, each known by its smallest member."""


class Groups:
    """Union-find over 0 … size - 1. The root of a group is its smallest member, whatever the order of joining."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, member: int) -> int:
        """The smallest member of this member's group."""
        parent = self._parent
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    def join(self, left: int, right: int) -> None:
        """Makes one group of two."""
        a, b = self.root(left), self.root(right)
        self._parent[max(a, b)] = min(a, b)
