/* The preview's own: goes to what was edited, marks it, and shows what drafts lack. */

const layer = document.querySelector("preview-layer");
const { run, save, path, edits } = JSON.parse(layer.dataset.state);
const version = `${run}${save}`;
const elementOf = (anchor) => document.getElementById(anchor);
const isShown = (element) => element && !element.closest("[hidden]");

/* A page that was made before the last save, or by an earlier preview, is out of date. */
document.addEventListener("LiveReloadConnect", async () => {
  const answer = await fetch("/preview/version").catch(() => null); // it may just have stopped
  if (answer && await answer.text() !== version) location.reload();
  else layer.dataset.isCurrent = "";
});

function mark(element) {
  element.querySelector(":scope > details")?.setAttribute("open", "");
  element.classList.add("preview-edited");
}

/** What was edited last, however many saves ago, if this tab has not been to it; nothing in a new tab. */
function editsSince(last) {
  if (last === null) return [];
  const seen = last.startsWith(run) ? Number(last.slice(run.length)) : 0;
  return edits.filter((edit) => edit.save > seen && edit.save === edits[0].save);
}

/** Marks what was edited where this page shows it; otherwise goes to its own page. */
function goToEdits() {
  const fresh = editsSince(sessionStorage.getItem("preview"));
  if (fresh.length === 0) {
    sessionStorage.setItem("preview", version);
    return;
  }
  const here = fresh.map((edit) => elementOf(edit.anchor)).filter(isShown);
  const own = fresh.some((edit) => edit.path.split("#")[0] === path);
  if (here.length === 0 && !own) {
    location.assign(`/${fresh[0].path}`);
    return;
  }
  sessionStorage.setItem("preview", version);
  const marked = here.length ? here : [...document.querySelectorAll("main")];
  if (marked.length === 0) return; // a template is being written, and the page has nothing yet
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
    const draft = elementOf(`event-${note.dataset.event}`)
      ?? document.querySelector("main article") ?? document.body;
    draft.classList.add("preview-watermark");
    (draft.querySelector("h1")?.parentElement ?? draft).append(note);
  }
}

/** Of a line that is too long for the window, the part above the caret is seen. */
function showCarets() {
  for (const excerpt of layer.querySelectorAll("pre")) {
    const caret = excerpt.lastElementChild.offsetLeft - excerpt.offsetLeft;
    excerpt.scrollLeft = Math.max(0, caret - excerpt.clientWidth / 2);
  }
}

showDrafts();
showCarets();
goToEdits();
