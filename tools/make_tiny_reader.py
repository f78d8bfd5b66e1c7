"""Writes the tiny reader that tests run: a network whose weights are set by hand, with a grammar of its own.

`python tools/make_tiny_reader.py tests/sentences/readers/tiny/en` (needs the package `onnx`, which quipu does not).
The files are those of a real reader, three layers by name; the network has none. It knows the words of WORDS by class,
takes unknown words for nouns, or for places where they have a capital, and reads by order: nouns hang on the nearest
verb, subject before it and object behind it; articles on the next noun; one verb is the root.
"""

import json
import sys
from pathlib import Path

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper, save

CLASSES = ("noun", "verb", "article", "mark", "number", "unknown", "capital", "opening", "rest")
NOUN, VERB, ARTICLE, MARK, NUMBER, UNKNOWN, CAPITAL, OPENING, REST = range(len(CLASSES))
WORDS = {
    NOUN: ("police", "protest", "##er", "##ers", "students", "minister", "report"),
    VERB: ("arrested", "said", "blocked", "fled"),
    ARTICLE: ("the", "a"),
    MARK: (".", ",", "-", "'", "\"", "!", "?", ";"),
    NUMBER: tuple("0123456789") + tuple(f"##{digit}" for digit in range(10)),
    REST: ("s", "##s", "un", "##a", "##b"),
}  # fmt: skip
TAGS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SYM", "VERB", "X",
)  # fmt: skip
ENTITIES = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
RELATIONS = ("root", "nsubj", "obj", "det", "punct", "dep")
ROLES = ("O", "B-ARG0", "I-ARG0", "B-ARG1", "I-ARG1")
WIDTH = len(CLASSES)
PLACE = WIDTH
"""Behind the classes a word's vector holds its place in the sentence, in hundreds of pieces."""
SIZE = WIDTH + 1


def main(folder: Path) -> None:
    """Writes every file of the artefact."""
    folder.mkdir(parents=True, exist_ok=True)
    pieces = {"[PAD]": None, "[UNK]": UNKNOWN, "[CLS]": OPENING, "[SEP]": None}
    pieces |= {word: number for number, words in WORDS.items() for word in words}
    table = np.zeros((len(pieces), WIDTH), dtype=np.int8)
    for row, number in enumerate(pieces.values()):
        if number is not None:
            table[row, number] = 100
    (folder / "vocab.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    np.save(folder / "pieces.npy", table)
    np.save(folder / "scales.npy", np.full(len(pieces), 0.01, dtype=np.float16))
    np.savez_compressed(folder / "three.npz", relation=_relations(), scales=np.ones(len(RELATIONS), dtype=np.float32))
    labels = {"tags": TAGS, "entities": ENTITIES, "relations": RELATIONS, "roles": ROLES}
    heads = {**labels, "language": "en", "version": "tiny-1", "layers": {"three": 0}}
    (folder / "heads.json").write_text(json.dumps(heads) + "\n", encoding="utf-8")
    for graph, name in ((_graph(), "three.onnx"), (_role_graph(), "three.roles.onnx")):
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
        checker.check_model(model, full_check=True)
        save(model, folder / name)


def _relations() -> np.ndarray:
    """[L, R+1, R+1]: by the classes of child and head and by which comes first."""
    weights = np.zeros((len(RELATIONS), SIZE + 1, SIZE + 1))
    for child in (NOUN, UNKNOWN):
        weights[1, child, VERB] = weights[2, child, VERB] = 5
    # The subject's place is before the verb's, the object's behind it.
    weights[1, PLACE, -1], weights[1, -1, PLACE] = -20, 20
    weights[2, PLACE, -1], weights[2, -1, PLACE] = 20, -20
    weights[3, ARTICLE, -1] = 15
    weights[4, MARK, -1] = 15
    weights[5, -1, -1] = 1
    return weights.astype(np.float16)


def _roles() -> np.ndarray:
    """[T, Q+1, Q+1]: predicate, word. Nouns would rather go on than begin, articles rather begin."""
    weights = np.zeros((len(ROLES), SIZE + 1, SIZE + 1))
    weights[0, -1, -1] = 2.5
    for begin, sign in ((1, 1), (3, -1)):
        for word in (NOUN, UNKNOWN):
            weights[begin, VERB, word], weights[begin + 1, VERB, word] = 3, 4
        weights[begin, VERB, ARTICLE] = 3
        for label in (begin, begin + 1):
            weights[label, PLACE, -1], weights[label, -1, PLACE] = 20 * sign, -20 * sign
    return weights.astype(np.float16)


def _role_graph() -> "helper.GraphProto":
    """[P, d] and [P, W, d] to [P, W, T]: a biaffine; how far a word is from its predicate weighs nothing."""
    one = numpy_helper.from_array(np.ones((1, 1), dtype=np.float32), "one")
    weights = numpy_helper.from_array(_roles().astype(np.float32), "weights")
    nodes = [
        helper.make_node("Mul", ["offset", "mask"], ["counted"]),
        helper.make_node("Mul", ["counted", "none"], ["nothing"]),
        helper.make_node("Cast", ["nothing"], ["zero"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["zero", "two"], ["zeros"]),
        helper.make_node("Add", ["zeros", "one"], ["ones"]),
        helper.make_node("Concat", ["part", "ones"], ["right"], axis=2),
        helper.make_node("ReduceMax", ["ones"], ["most"], axes=[1], keepdims=0),
        helper.make_node("Concat", ["event", "most"], ["left"], axis=1),
        helper.make_node("Einsum", ["left", "weights"], ["mixed"], equation="pd,tde->pte"),
        helper.make_node("Einsum", ["right", "mixed"], ["role"], equation="pwe,pte->pwt"),
    ]
    constants = [one, weights]
    constants += [numpy_helper.from_array(np.array([n], dtype=np.int64), name) for name, n in (("none", 0), ("two", 2))]
    given = [
        helper.make_tensor_value_info("event", TensorProto.FLOAT, ["P", SIZE]),
        helper.make_tensor_value_info("part", TensorProto.FLOAT, ["P", "W", SIZE]),
        helper.make_tensor_value_info("offset", TensorProto.INT64, ["P", "W"]),
        helper.make_tensor_value_info("mask", TensorProto.INT64, ["P", "W"]),
    ]
    said = [helper.make_tensor_value_info("role", TensorProto.FLOAT, ["P", "W", len(ROLES)])]
    return helper.make_graph(nodes, "roles", given, said, constants)


def _graph() -> "helper.GraphProto":
    nodes, constants = [], []

    def made(kind: str, given: list[str], **extra: object) -> str:
        name = f"{kind.lower()}{len(nodes)}"
        nodes.append(helper.make_node(kind, given, [name], **extra))
        return name

    def fixed(values: object, kind: type = np.float32) -> str:
        name = f"fixed{len(constants)}"
        constants.append(numpy_helper.from_array(np.asarray(values, dtype=kind), name))
        return name

    def named(source: str, name: str) -> None:
        nodes.append(helper.make_node("Identity", [source], [name]))

    case = np.zeros((5, WIDTH))
    case[2:, CAPITAL] = 1
    marked = made("Add", ["pieces", made("Gather", [fixed(case), "case"])])
    # The mean of all true pieces weighs a little in every word, so that a wrong mask or wrong padding shows.
    mask = made("Unsqueeze", [made("Cast", ["mask"], to=TensorProto.FLOAT), fixed([2], np.int64)])
    total = made("ReduceSum", [made("Mul", [marked, mask]), fixed([1], np.int64)])
    mean = made("Div", [total, made("ReduceSum", [mask, fixed([1], np.int64)])])
    mixed = made("Add", [marked, made("Mul", [mean, fixed(0.01)])])
    index = made("Expand", [made("Unsqueeze", ["first", fixed([2], np.int64)]), fixed([1, 1, WIDTH], np.int64)])
    words = made("GatherElements", [mixed, index], axis=1)
    opening = made("Slice", [mixed, fixed([0], np.int64), fixed([1], np.int64), fixed([1], np.int64)])
    above = made("Concat", [opening, words], axis=1)
    place = made("Div", [made("Cast", ["first"], to=TensorProto.FLOAT), fixed(100.0)])
    own = made("Concat", [words, made("Unsqueeze", [place, fixed([2], np.int64)])], axis=2)
    front = made("Slice", [made("Mul", ["mask", fixed(0, np.int64)]), *(fixed([n], np.int64) for n in (0, 1, 1))])
    places = made("Concat", [made("Cast", [front], to=TensorProto.FLOAT), place], axis=1)
    heads = made("Concat", [above, made("Unsqueeze", [places, fixed([2], np.int64)])], axis=2)

    tag = np.zeros((WIDTH, len(TAGS)))
    for number, name in ((NOUN, "NOUN"), (VERB, "VERB"), (ARTICLE, "DET"), (MARK, "PUNCT"), (NUMBER, "NUM")):
        tag[number, TAGS.index(name)] = 5
    tag[UNKNOWN, TAGS.index("NOUN")], tag[UNKNOWN, TAGS.index("PROPN")], tag[REST, TAGS.index("X")] = 3, 2, 5
    tag[CAPITAL, TAGS.index("PROPN")] = 2
    entity = np.zeros((WIDTH, len(ENTITIES)))
    entity[:, 0] = 4
    # 3 + 3 for an unknown word with a capital; it would rather go on a name than begin one.
    entity[[UNKNOWN, CAPITAL], 5], entity[[UNKNOWN, CAPITAL], 6] = 5, 6
    predicate = np.full((WIDTH, 1), 0.0)
    predicate[VERB] = 4
    named(made("MatMul", [words, fixed(tag)]), "tag")
    named(made("MatMul", [words, fixed(entity)]), "entity")
    verbs = made("Squeeze", [made("MatMul", [words, fixed(predicate)]), fixed([2], np.int64)])
    named(made("Sub", [verbs, fixed(2.0)]), "predicate")
    arc = np.zeros((WIDTH, WIDTH))
    arc[VERB, OPENING] = 9
    arc[VERB, VERB] = 5
    for number in (NOUN, UNKNOWN, MARK, NUMBER, REST):
        arc[number, VERB] = 8
        arc[number, OPENING] = 4
    arc[ARTICLE, NOUN] = arc[ARTICLE, UNKNOWN] = 8
    scores = made("MatMul", [made("MatMul", [words, fixed(arc)]), made("Transpose", [above], perm=[0, 2, 1])])
    left = made("Unsqueeze", [place, fixed([2], np.int64)])
    far = made("Abs", [made("Sub", [left, made("Unsqueeze", [places, fixed([1], np.int64)])])])
    named(made("Sub", [scores, far]), "arc")
    for name, source in (("child", own), ("parent", heads), ("event", own), ("part", own)):
        named(source, name)
    real, whole = TensorProto.FLOAT, TensorProto.INT64
    inputs = [
        helper.make_tensor_value_info("pieces", real, ["b", "s", WIDTH]),
        *(helper.make_tensor_value_info(name, whole, ["b", "s"]) for name in ("case", "mask")),
        helper.make_tensor_value_info("first", whole, ["b", "w"]),
    ]
    shapes = {
        "tag": ["b", "w", len(TAGS)], "entity": ["b", "w", len(ENTITIES)], "predicate": ["b", "w"],
        "arc": ["b", "w", "h"], "child": ["b", "w", SIZE], "parent": ["b", "h", SIZE], "event": ["b", "w", SIZE],
        "part": ["b", "w", SIZE],
    }  # fmt: skip
    outputs = [helper.make_tensor_value_info(name, real, shape) for name, shape in shapes.items()]
    return helper.make_graph(nodes, "tiny", inputs, outputs, constants)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
