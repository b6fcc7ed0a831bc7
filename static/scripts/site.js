/* Enhancement only: theme, filters, keys, and showing where one is. All reads without it. */

const find = (selector, within = document) => within.querySelector(selector);
const findAll = (selector, within = document) => [...within.querySelectorAll(selector)];

/* Storage may be forbidden; then nothing is remembered. */
const recall = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
const remember = (key, value) => { try { localStorage.setItem(key, value); } catch { /* forgotten */ } };

/** The letters of a text without case and accents; Turkish I, İ, ı and i are one. */
const fold = (text) => text.toLocaleLowerCase("tr").normalize("NFD")
  .replace(/\p{M}/gu, "").replaceAll("ı", "i").replace(/[’‘]/g, "'").replace(/\s+/g, " ");

function switchTheme(button) {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const show = () => {
    button.setAttribute("aria-pressed", isDark());
    const paper = getComputedStyle(document.body).backgroundColor;
    if (root.dataset.theme) findAll("meta[name=theme-color]").forEach((meta) => { meta.content = paper; });
  };
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    remember("theme", root.dataset.theme);
    show();
  });
  system.addEventListener("change", show);
  show();
}

/** The marker that opened a note is filled while the note is open. */
function fillOpenMarkers() {
  let pressed = null;
  document.addEventListener("click", (event) => { pressed = event.target.closest("[popovertarget]") ?? pressed; }, true);
  document.addEventListener("toggle", (event) => {
    if (!event.target.matches?.(".note")) return;
    findAll(".citation-marker--open").forEach((marker) => marker.classList.remove("citation-marker--open"));
    if (event.newState === "open") pressed?.classList.add("citation-marker--open");
  }, true);
}

/** The race and the year that one is reading, in the sticky navigation. */
function followReading(navigation) {
  const links = findAll(".race-navigation__races a", navigation);
  const races = links.map((link) => find(`[id="${link.hash.slice(1)}"]`));
  const years = findAll(".year");
  const now = find(".race-navigation__now", navigation);
  const passed = (parts) => parts.findLastIndex((part) => {
    const box = part.getBoundingClientRect();
    return box.height > 0 && box.top < innerHeight * 0.4;
  });
  let waiting = false;
  const show = () => {
    waiting = false;
    const race = passed(races);
    links.forEach((link, index) => index === race ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current"));
    now.textContent = years[passed(years)]?.firstElementChild.textContent ?? "";
  };
  addEventListener("scroll", () => {
    if (!waiting) requestAnimationFrame(show);
    waiting = true;
  }, { passive: true });
  find(".race-navigation__years", navigation).addEventListener("click", (event) => {
    if (event.target.closest("a")) event.currentTarget.hidePopover();
  });
  show();
}

/** What search looks through: an event's words and every form of the names in it. */
function findWords(event, options) {
  const copy = event.cloneNode(true);
  findAll(".citation-marker", copy).forEach((marker) => marker.remove());
  const forms = options.filter((option) => event.dataset.tags.split(" ").includes(option.tag));
  return fold([copy.textContent, ...forms.map((option) => option.forms)].join(" "));
}

function filterEvents(form) {
  const events = findAll(".event");
  const beside = find(".beside__switch");
  const selects = findAll("select", form);
  const search = form.elements.q;
  const more = find(".filters__more", form);
  const count = find(".filters__count", form);
  const empty = find(".filters__empty");
  const options = findAll("[data-forms]", form)
    .map((option) => ({ tag: `${option.parentNode.name}-${option.value}`, forms: option.dataset.forms }));
  const words = new Map();
  let isTyping = false;

  const show = () => {
    const wanted = selects.filter((select) => select.value).map((select) => `${select.name}-${select.value}`);
    const terms = fold(search.value).trim().split(" ").filter(Boolean);
    let shown = 0;
    for (const event of events) {
      if (terms.length && !words.has(event)) words.set(event, findWords(event, options));
      const tags = event.dataset.tags.split(" ");
      const fits = wanted.every((tag) => tags.includes(tag)) && terms.every((term) => words.get(event).includes(term));
      event.hidden = !fits;
      shown += fits;
      const details = find("details", event);
      if (details && terms.length) details.open = fits;
    }
    const text = shown === events.length ? form.dataset.countAll : form.dataset.countSome;
    count.value = text.replace("{shown}", shown).replace("{all}", events.length);
    empty.hidden = shown > 0;
    form.classList.toggle("filters__form--used", wanted.length + terms.length > 0);
  };

  const address = () => {
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
    if (beside && !beside.checked) query.set("only", "articles");
    return `${location.pathname}${query.size ? `?${query}` : ""}`;
  };
  const readAddress = () => {
    const query = new URLSearchParams(location.search);
    for (const field of [search, ...selects]) {
      field.value = query.get(field.name) ?? "";
      if (field.value === "" && field !== search) field.selectedIndex = 0;
    }
    if (selects.some((select) => select.value)) more.setAttribute("aria-expanded", "true");
    show();
    if (beside) beside.checked = query.get("only") !== "articles";
  };
  const apply = (isStep) => {
    show();
    if (address() === location.pathname + location.search) return;
    history[isStep ? "pushState" : "replaceState"](null, "", address());
  };

  /* Going back takes away a whole word, not a letter. */
  search.addEventListener("input", () => { apply(!isTyping); isTyping = true; });
  search.addEventListener("change", () => { isTyping = false; });
  [...selects, beside].forEach((field) => field?.addEventListener("change", () => apply(true)));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { isTyping = false; apply(true); }));
  find("button", empty).addEventListener("click", () => { form.reset(); search.focus(); });
  more.addEventListener("click", () => {
    more.setAttribute("aria-expanded", more.getAttribute("aria-expanded") !== "true");
  });
  /* Of a filtered view or a chapter, what is shown is taken; the link itself leads to all. */
  const taken = find(".filters__download", form);
  taken?.addEventListener("click", (event) => {
    const shown = events.filter((one) => !one.hidden);
    const { chapter, script } = taken.dataset;
    if (!event.target.href || (shown.length === events.length && !chapter)) return;
    event.preventDefault();
    const ids = new Set(shown.map((one) => one.id.replace("event-", "")));
    const chosen = [...new FormData(form)].filter(([, value]) => value.trim());
    const wanted = Object.fromEntries([...(chapter ? [["chapter", chapter]] : []), ...chosen]);
    import(new URL(script, document.baseURI))
      .then(({ download }) => download(event.target, ids, { shown: ids.size, all: events.length, wanted }))
      .catch(() => { taken.textContent = taken.dataset.failed; });
  });
  addEventListener("popstate", readAddress);
  readAddress();
}

/** A folded event that one was led to is opened. */
function openTarget() {
  const details = location.hash && find(`[id="${CSS.escape(decodeURIComponent(location.hash.slice(1)))}"] > details`);
  if (details) details.open = true;
}

function useKeys(dialog) {
  const knob = find(".keys__switch", dialog);
  const search = find(".filters__form").elements.q;
  const titles = () => findAll(".event:not([hidden]) > .event__title a, .event:not([hidden]) summary");
  const move = (step) => {
    const all = titles();
    const here = all.findIndex((title) => title === document.activeElement);
    const line = innerHeight * 0.4;
    const nearest = all.findIndex((title) => title.getBoundingClientRect().top > (step > 0 ? 80 : line));
    const next = here >= 0 ? here + step : nearest + (step > 0 ? 0 : -1);
    const title = all[Math.max(0, Math.min(all.length - 1, next))];
    title?.focus({ preventScroll: true });
    title?.closest(".event").scrollIntoView({ block: "center" });
  };
  const actions = {
    j: () => move(1),
    k: () => move(-1),
    "/": () => { search.scrollIntoView({ block: "center" }); search.focus({ preventScroll: true }); },
    "?": () => dialog.showModal(),
  };
  knob.checked = recall("keys") !== "off";
  knob.addEventListener("change", () => remember("keys", knob.checked ? "on" : "off"));
  find(".filters__keys").addEventListener("click", () => dialog.showModal());
  addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, select, textarea, [contenteditable], dialog");
    const action = Object.hasOwn(actions, event.key) && actions[event.key];
    if (!action || !knob.checked || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  });
}

const within = (selector, enhance) => { const part = find(selector); if (part) enhance(part); };
within(".site-header__theme", switchTheme);
within(".notes", fillOpenMarkers);
within(".race-navigation", followReading);
within(".filters__form", filterEvents);
within(".keys", useKeys);
addEventListener("hashchange", openTarget);
openTarget();
