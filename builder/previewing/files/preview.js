/* The preview's own: goes to what was edited, marks it, and shows what drafts lack. */

const layer = document.querySelector("preview-layer");
const { version, path, edits } = JSON.parse(layer.dataset.state);
const elementOf = (anchor) => document.getElementById(anchor);
const isShown = (element) => element && !element.closest("[hidden]");

/* A page that was made before the last save, or by an earlier preview, is out of date. */
document.addEventListener("LiveReloadConnect", async () => {
  const answer = await fetch("/preview/version").catch(() => null); // it may just have stopped
  if (answer && await answer.text() !== version) location.reload();
});

function mark(element) {
  element.querySelector(":scope > details")?.setAttribute("open", "");
  element.classList.add("preview-edited");
}

/** Marks what was edited where this page shows it; otherwise goes to its own page. */
function goToEdits() {
  const last = sessionStorage.getItem("preview");
  if (last === version || last === null || edits.length === 0) {
    sessionStorage.setItem("preview", version);
    return;
  }
  const here = edits.map((edit) => elementOf(edit.anchor)).filter(isShown);
  const own = edits.some((edit) => edit.path.split("#")[0] === path);
  if (here.length === 0 && !own) {
    location.assign(`/${edits[0].path}`);
    return;
  }
  sessionStorage.setItem("preview", version);
  const marked = here.length ? here : [document.querySelector("main article, main")];
  marked.forEach(mark);
  /* A page that is loaded again goes back to where it was; this time it goes to what was edited. */
  history.scrollRestoration = "manual";
  show(marked[0]);
  addEventListener("load", () => show(marked[0]));
  addEventListener("pagehide", () => { history.scrollRestoration = "auto"; });
}

function show(element) {
  const { top, bottom } = element.getBoundingClientRect();
  const block = bottom - top > innerHeight ? "start" : "center";
  if (top < 0 || bottom > innerHeight) element.scrollIntoView({ block, behavior: "instant" });
}

/** Each draft carries its watermark and, after its text, what its claims lack. */
function showDrafts() {
  for (const note of layer.querySelectorAll(".preview-draft")) {
    const draft = elementOf(`event-${note.dataset.event}`) ?? document.querySelector("main article");
    draft.classList.add("preview-watermark");
    draft.append(note);
  }
}

showDrafts();
goToEdits();
