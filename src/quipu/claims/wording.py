"""The words that name somebody or something, from a head in a tree: a name for its title, people for their number."""

from quipu.claims.scene import Scene, is_known_place
from quipu.claims.tree import Range, Tree


def phrase_of(scene: Scene, head: int | None) -> Range | None:
    """The words that name what a head names: for "dozens of students" the students, for a description its name."""
    tree = scene.tree
    if tree is None or head is None or head in scene.times:
        return None
    if head in scene.counted or head in scene.numbers or tree.pos(head) == "NUM":
        whom = next((kid for kid in tree.kids(head, "nmod") if _is_counted_by(scene, tree, kid, head)), None)
        whom = _counted_before(scene, tree, head) if whom is None else whom
        return tree.phrase(whom) if whom is not None else None
    if scene.words[head] in scene.said["those"]:
        return _described(tree, head)
    named = _name_of(scene, tree, head)
    if named is not None and not tree.tokens[head].entity:
        head = named
    return tree.phrase(head)


def _name_of(scene: Scene, tree: Tree, head: int) -> int | None:
    """The name behind a comma; in "the mayor of Kano, Amina Yusuf" it may hang on the town, which bears none.

    What the reader of names takes for a place that no gazetteer knows is the name of whoever is described by one word.
    """
    named = (kid for kid in tree.kids(head, "nmod") if tree.tokens[kid].entity)
    towns = [kid for kid in named if tree.tokens[kid].entity.endswith("-LOC") or is_known_place(scene, kid)]
    of_town = {at for town in towns for at in (town, *tree.kids(town, "flat"))}
    beside = [*tree.kids(head, "appos"), *(name for at in of_town for name in tree.kids(at, "appos", "conj"))]
    for at in sorted(beside):
        kinds = {tree.tokens[part].entity.partition("-")[2] for part in (at, *tree.kids(at, "flat"))}
        if "PER" in kinds and tree.head(at) == head:
            return at
        if not is_known_place(scene, at) and ("PER" in kinds or ("LOC" in kinds and _is_office(scene, head))):
            return at
    return None


def _is_office(scene: Scene, head: int) -> bool:
    """Whether a noun is an office or trade that one person has ("mayor", "lawyer")."""
    return scene.said.one.at(scene.words, head) == 1 or any(
        actor.sector == "GOV" and actor.span == scene.spans[head] for actor in scene.sent.actors
    )


def _is_counted_by(scene: Scene, tree: Tree, noun: int, number: int) -> bool:
    """ "miles de obreros", and "doce mil obreros" where a parser hangs the noun on its number."""
    return tree.case(noun) in scene.said["of"] or (not tree.case(noun) and noun > number and tree.pos(noun) == "NOUN")


def _described(tree: Tree, head: int) -> Range:
    """ "those they arrested", "those killed": a pronoun with the clause that says who they are."""
    clause = tree.kid(head, "acl", "acl:relcl")
    return (head, clause + 1) if clause is not None and clause > head else (head, head + 1)


def _counted_before(scene: Scene, tree: Tree, number: int) -> int | None:
    """ "20 people were hurt and a dozen arrested": a number without a noun takes that of the number before it."""
    for at in range(number - 1, -1, -1):
        if tree.kid(at, "nummod") is not None:
            return at if scene.said.many.at(scene.words, at) or scene.said.crowds.at(scene.words, at) else None
    return None
