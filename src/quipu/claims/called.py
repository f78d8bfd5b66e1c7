"""Actions that are called for: "unions called for a strike" is a plan of the unions, not a demand on others."""

from quipu.claims.demands import demand_content
from quipu.claims.frames import NOUN
from quipu.claims.match import Hit
from quipu.claims.scene import Scene
from quipu.claims.voices import is_length


def is_demand(hit: Hit) -> bool:
    """Whether a trigger asks for something."""
    return hit.frame == "demand"


def called_action(scene: Scene, hit: Hit, hits: list[Hit]) -> Hit | None:
    """The protest or strike that is called for: that is a plan of those who call, not a demand on others."""
    if not is_demand(hit) or hit.trigger.words[-1] not in ("for", "a"):
        return None
    if hit.passive:
        return None
    begin, _ = demand_content(scene, hit)
    actions = [h for h in hits if h.frame in ("protest", "strike") and 0 <= h.begin - begin <= 5 and h.role == NOUN]
    plain = [h for h in actions if not _is_owned(scene, h)]
    return plain[0] if plain else None


def _is_owned(scene: Scene, hit: Hit) -> bool:
    """ "A march of teachers" is theirs, not of who calls for it; "a strike of 48 hours" is nobody's."""
    behind = scene.words[hit.end : hit.end + 1]
    length = hit.end + 1 < len(scene.words) and is_length(scene, hit.end + 1)
    return not length and any(word in scene.said["of"] for word in behind)


def calls(action: Hit, caller: Hit) -> bool:
    """ "A strike has been called for": the strike's own claim says that it is planned."""
    return action.frame in ("protest", "strike") and action.role == NOUN and action.end <= caller.begin
