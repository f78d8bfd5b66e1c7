"""One encoder, many heads: MiniLM's layers over frozen or tuned word pieces, then linear and biaffine heads."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of a network; `width` to `inner` are the base model's."""

    relations: int
    roles: int
    tags: int = 17
    entities: int = 7
    layers: int = 6
    width: int = 384
    attention: int = 12
    inner: int = 1536
    arc: int = 320
    relation: int = 128
    role: int = 128
    role_layers: int = 2
    cases: int = 5
    positions: int = 512
    ends: bool = False
    """Whether a word is its first and its last piece, not the first alone: endings inflect Spanish."""


class Layer(nn.Module):
    """One layer of BERT: attention, then two dense steps, each with its residual and its norm."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.attention = shape.attention
        self.query = nn.Linear(shape.width, shape.width)
        self.key = nn.Linear(shape.width, shape.width)
        self.value = nn.Linear(shape.width, shape.width)
        self.out = nn.Linear(shape.width, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.last = nn.LayerNorm(shape.width, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, width = x.shape
        query, key, value = (
            part(x).view(batch, length, self.attention, -1).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        scores = query @ key.transpose(-1, -2) / (width // self.attention) ** 0.5 + bias
        mixed = (scores.softmax(-1) @ value).transpose(1, 2).reshape(batch, length, width)
        x = self.norm(x + self.drop(self.out(mixed)))
        return self.last(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Rows of word pieces plus position and case, through the layers."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.position = nn.Embedding(shape.positions, shape.width)
        self.case = nn.Embedding(shape.cases, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))

    def forward(self, pieces: Tensor, case: Tensor, mask: Tensor) -> list[Tensor]:
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.drop(self.norm(pieces + self.position(places)[None] + self.case(case)))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        seen = [x]
        for layer in self.layers:
            seen.append(layer(seen[-1], bias))
        return seen


def dense(width: int, out: int, dropout: float = 0.33) -> nn.Sequential:
    """A dense step before a biaffine."""
    return nn.Sequential(nn.Linear(width, out), nn.LeakyReLU(0.1), nn.Dropout(dropout))


class Heads(nn.Module):
    """What is said of each word, and of each pair of words."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.tag = nn.Linear(shape.width, shape.tags)
        self.entity = nn.Sequential(nn.Dropout(0.1), nn.Linear(shape.width, shape.entities))
        self.predicate = nn.Linear(shape.width, 1)
        self.arc_child = dense(shape.width, shape.arc)
        self.arc_parent = dense(shape.width, shape.arc)
        self.arc = nn.Parameter(torch.zeros(shape.arc + 1, shape.arc))
        self.child = dense(shape.width, shape.relation)
        self.parent = dense(shape.width, shape.relation)
        self.relation = nn.Parameter(torch.zeros(shape.relations, shape.relation + 1, shape.relation + 1))
        self.event = dense(shape.width, shape.role, 0.2)
        self.part = dense(shape.width, shape.role, 0.2)
        for weight in (self.arc, self.relation):
            nn.init.normal_(weight, std=0.02)
        if shape.ends:
            self.ending = nn.Linear(shape.width, shape.width, bias=False)
            nn.init.zeros_(self.ending.weight)

    def forward(self, words: Tensor, root: Tensor) -> tuple[Tensor, ...]:
        """Scores by word, [B, W, …]; `root` [B, 1, width] stands before the words as a possible head."""
        above = torch.cat([root, words], 1)
        child = self.arc_child(words)
        arc = (functional.pad(child, (0, 1), value=1.0) @ self.arc) @ self.arc_parent(above).transpose(1, 2)
        return (
            self.tag(words),
            self.entity(words),
            self.predicate(words).squeeze(-1),
            arc,
            self.child(words),
            self.parent(above),
            self.event(words),
            self.part(words),
        )


OUTPUTS = ("tag", "entity", "predicate", "arc", "child", "parent", "event", "part")


REACH = 30
"""Distances beyond this many words from the predicate are one."""


class RoleNet(nn.Module):
    """Roles of one predicate at a time: [P, D] of predicates and [P, W, D] of their words to [P, W, T].

    A biaffine labels each word alone; whole spans come out better where the words see each other and the predicate.
    It is narrow because it runs once for every predicate.
    """

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        narrow = Shape(0, 0, width=shape.role, attention=4, inner=2 * shape.role)
        self.place = nn.Embedding(2 * REACH + 1, shape.role)
        self.word = nn.Linear(shape.role, shape.role)
        self.event = nn.Linear(shape.role, shape.role)
        self.both = nn.Linear(shape.role, shape.role, bias=False)
        self.norm = nn.LayerNorm(shape.role)
        self.layers = nn.ModuleList(Layer(narrow) for _ in range(shape.role_layers))
        self.out = nn.Linear(shape.role, shape.roles)

    def forward(self, event: Tensor, part: Tensor, offset: Tensor, mask: Tensor) -> Tensor:
        """`offset` [P, W]: the word's place minus the predicate's, cut at ±REACH, plus REACH; `mask` 1 on words."""
        above = event[:, None]
        x = self.norm(self.word(part) + self.event(above) + self.both(part * above) + self.place(offset))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        out: Tensor = self.out(x)
        return out


def offsets(places: Tensor, words: int) -> Tensor:
    """[P, W] for predicates at `places` [P]."""
    away = torch.arange(words, device=places.device)[None] - places[:, None]
    return away.clamp(-REACH, REACH) + REACH


class Network(nn.Module):
    """The whole reader of one language."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(shape)
        self.heads = Heads(shape)
        self.roles = RoleNet(shape)

    def forward(self, pieces: Tensor, case: Tensor, mask: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        return self.after(self.encoder(pieces, case, mask)[-1], first, mask)

    def after(self, x: Tensor, first: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """The heads over the last layer; a word is its first piece (and its last), the root is the opening mark."""
        words = _at(x, first)
        if self.shape.ends:
            words = words + self.heads.ending(_at(x, last_pieces(first, mask)))
        return self.heads(words, x[:, :1])


def last_pieces(first: Tensor, mask: Tensor) -> Tensor:
    """[B, W]: where the last piece of each word stands, by where the first ones stand; the closing mark follows the
    last word. Of places behind the last word any piece of the sentence."""
    following = functional.pad(first[:, 1:], (0, 1))
    closing = mask.sum(1, keepdim=True) - 1
    return torch.where(following > 0, following, closing) - 1


def _at(x: Tensor, places: Tensor) -> Tensor:
    """The vectors of `x` [B, S, width] at `places` [B, W]."""
    return torch.gather(x, 1, places[..., None].expand(-1, -1, x.shape[-1]))


def biaffine(left: Tensor, weight: Tensor, right: Tensor) -> Tensor:
    """[N, d] and [N, d] to [N, L]: the score of each label for each pair."""
    left, right = functional.pad(left, (0, 1), value=1.0), functional.pad(right, (0, 1), value=1.0)
    mixed = torch.einsum("nd,lde->nle", left, weight)
    return torch.einsum("nle,ne->nl", mixed, right)
