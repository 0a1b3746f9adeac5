"""However a project came to be what it is, the site is the same: incremental ≡ clean."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from project_folder import COUNCIL, FERRY, HARBOUR, Project, project

from sitegen.content_file.seal import Ownership, state

NAMES = ("harbour", "ferry", "council")
TEXTS = (HARBOUR, FERRY, COUNCIL, b"\0 not a text")
TOWN, TOWN_AGAIN = (
    "sections: [Town]\npublisher: The Ostrin Courier\n",
    "sections: [TOWN, Harbour]\npublisher: the ostrin  courier\n",
)
FACTS = (
    "published: 2031-10-07\n",
    "slug: ferry\n",
    "draft: true\n",
    "unknown: x\n",
    TOWN,
    TOWN_AGAIN,
    "hidden: true\n",
    "aliases: [old-harbour]\n",
    "added: 2031-10-08\ncorrections: [{date: 2031-10-09, what: A name.}]\n",
    "withdrawn: {date: 2031-10-10, why: Untrue.}\n",
)
SETTINGS = (
    "",
    "site:\n  source_text: full\n",
    "key_phrases:\n  count: 3\n",
    "site:\n  base_url: https://ostrin.example/\n  accent: '#1d5c8a'\n",
)


def seed(made: Project, name: str, text: str | bytes) -> None:
    made.write(f"seeds/{name}.txt", text)


def facts(made: Project, name: str, text: str) -> None:
    made.write(f"seeds/{name}.yml", text)


def remove(made: Project, name: str) -> None:
    for ending in ("txt", "yml"):
        (made.root / f"seeds/{name}.{ending}").unlink(missing_ok=True)


def edit(made: Project, name: str) -> None:
    path = made.root / f"content/{name}.md"
    if path.exists():
        path.write_text(path.read_text() + "\n## A note\n\nChecked by hand.\n")


def misquote(made: Project, name: str) -> None:
    path = made.root / f"content/{name}.md"
    if path.exists():
        path.write_text(path.read_text().replace("> “I", "> “He").replace("> “Trams", "> “Boats"))


def delete_content(made: Project, name: str) -> None:
    (made.root / f"content/{name}.md").unlink(missing_ok=True)


def configure(made: Project, text: str) -> None:
    made.write("sitegen.yml", text)


names = st.sampled_from(NAMES)
steps = st.one_of(
    st.tuples(st.just(seed), names, st.sampled_from(TEXTS)),
    st.tuples(st.just(facts), names, st.sampled_from(FACTS)),
    st.tuples(st.just(remove), names),
    st.tuples(st.just(edit), names),
    st.tuples(st.just(misquote), names),
    st.tuples(st.just(delete_content), names),
    st.tuples(st.just(configure), st.sampled_from(SETTINGS)),
)


def clean_copy(made: Project, root: Path) -> Project:
    """The same seeds and settings, and what a person wrote; nothing that a build made."""
    copy = Project(root)
    for path, content in made.tree("seeds").items():
        copy.write(f"seeds/{path}", content)
    copy.write("sitegen.yml", made.read("sitegen.yml"))
    for path, content in made.tree("content").items():
        if state(content.decode(), None) in {Ownership.EDITED, Ownership.HANDWRITTEN}:
            copy.write(f"content/{path}", content)
    return copy


@given(st.lists(steps, min_size=1, max_size=6))
@example([(seed, "harbour", HARBOUR), (facts, "harbour", "slug: ferry\n"), (remove, "ferry")])
@example([(edit, "ferry"), (seed, "ferry", HARBOUR), (remove, "ferry"), (seed, "ferry", FERRY)])
@example([(configure, SETTINGS[1]), (misquote, "ferry"), (seed, "ferry", HARBOUR), (remove, "ferry")])
@example([(misquote, "harbour"), (configure, SETTINGS[1]), (facts, "harbour", "draft: true\n")])
@example([(seed, "ferry", TEXTS[3]), (configure, SETTINGS[2])])
@example([(facts, "ferry", TOWN), (facts, "harbour", TOWN_AGAIN), (remove, "ferry")])
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
def test_an_incremental_build_gives_what_a_clean_build_gives(walk) -> None:
    with TemporaryDirectory() as folder:
        made = project(Path(folder, "walked"), {"harbour.txt": HARBOUR, "ferry.txt": FERRY})
        made.build()
        good = True
        for action, *arguments in walk:
            action(made, *arguments)
            good = not made.build().errors
        if not good:
            # What a bad seed was before stays published, and a clean build cannot know it; with every seed
            # good again, the two must agree.
            for name in NAMES:
                remove(made, name)
                seed(made, name, COUNCIL)
            made.build()
        fresh = clean_copy(made, Path(folder, "clean"))
        fresh.build()
        assert made.tree("content") == fresh.tree("content")
        assert made.tree("public") == fresh.tree("public")
        assert made.build().reasons == ()
