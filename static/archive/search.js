/* Enhancement only: the search of a large archive. Without it, lists lead to every event. Its law:
   what is looked for is folded as the index was (builder/searching/records.py); what is found is
   shown as it was written, as text and never as HTML. */

const PAGE = 20;

/** The letters of a text without case and accents; Turkish I, İ, ı and i are one. */
const fold = (text) => text.toLocaleLowerCase("tr").normalize("NFKD")
  .replace(/\p{M}/gu, "").replaceAll("ı", "i").replace(/[’‘]/g, "'").trim();

const make = (name, className, ...parts) => {
  const element = document.createElement(name);
  element.className = className;
  element.append(...parts);
  return element;
};

/** A text with the words marked that begin as one of *terms* does. */
function* mark(text, terms) {
  for (const part of text.split(/([\p{L}\p{N}\p{M}]+)/u)) {
    const isFound = part && terms.some((term) => fold(part).startsWith(term));
    yield isFound ? make("mark", "", part) : part;
  }
}

/** Whether *content* holds, for each of *terms*, a word that begins so: Pagefind, where it finds
    none, looks for words that begin almost so. */
const holds = (content, terms) => {
  const words = content.split(" ");
  return terms.every((term) => words.some((word) => word.startsWith(term)));
};

function showResult({ raw_url: path, meta }, terms) {
  const link = make("a", "", ...mark(meta.title, terms));
  link.href = path;
  return make("li", "search__result",
    make("p", "search__when", meta.date),
    make("h2", "search__title", link),
    make("p", "search__text", ...mark(meta.text, terms)));
}

/** On the page of the search: answers what is typed, and keeps it in the address. */
function answer(form, parts) {
  const { search, status, results, more } = parts;
  let found = [];
  let terms = [];
  let turn = 0;
  let loading = null;
  const load = () => loading ??= import(new URL(form.dataset.index, document.baseURI))
    .then(async (pagefind) => { await pagefind.options({ noWorker: true }); return pagefind; });

  const count = (number) => {
    const said = { 0: search.dataset.none, 1: search.dataset.one }[number] ?? search.dataset.some;
    return said.replace("{count}", number.toLocaleString(document.documentElement.lang));
  };
  const showMore = async (now) => {
    const shown = results.children.length;
    const next = await Promise.all(found.slice(shown, shown + PAGE).map((result) => result.data()));
    if (now !== turn) return;
    results.append(...next.map((result) => showResult(result, terms)));
    more.hidden = results.children.length === found.length;
    if (shown) results.children[shown].querySelector("a").focus();
  };
  const report = async (now, best) => {
    const likeliest = await Promise.all(best.slice(0, PAGE).map((result) => result.data()));
    if (now !== turn) return;
    const counted = count(found.length);
    const isNear = found.length && !likeliest.some(({ content }) => holds(content, terms));
    status.textContent = isNear ? search.dataset.near.replace("{found}", counted) : counted;
  };
  const look = async () => {
    const now = ++turn;
    const query = fold(form.elements.q.value);
    if (!query) {
      found = [];
      status.textContent = "";
      results.replaceChildren();
      more.hidden = true;
      return;
    }
    const order = form.elements.order.value;
    const pagefind = await load();
    const answered = await pagefind.search(query, order ? { sort: { date: order } } : {});
    if (now !== turn) return; // something else has been typed meanwhile
    found = answered.results;
    terms = query.match(/[\p{L}\p{N}]+/gu) ?? [];
    results.replaceChildren();
    await showMore(now);
    // In order of time the first is any of them.
    await report(now, order ? (await pagefind.search(query)).results : found);
  };
  const attempt = () => look().catch(() => {
    loading = null;
    more.hidden = true;
    status.textContent = search.dataset.failed;
  });

  const address = () => {
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
    return `${location.pathname}${query.size ? `?${query}` : ""}`;
  };
  const readAddress = () => {
    const query = new URLSearchParams(location.search);
    form.elements.q.value = query.get("q") ?? "";
    form.elements.order.value = query.get("order") ?? "";
    if (form.elements.order.selectedIndex < 0) form.elements.order.value = "";
    attempt();
  };
  let waiting = 0;
  const apply = () => {
    clearTimeout(waiting);
    history.replaceState(null, "", address());
    attempt();
  };
  form.addEventListener("submit", (event) => { event.preventDefault(); apply(); });
  form.elements.order.addEventListener("change", apply);
  form.elements.q.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 200); });
  more.addEventListener("click", () => showMore(turn));
  addEventListener("popstate", readAddress);
  search.hidden = false;
  document.querySelector(".search__instead").hidden = true;
  readAddress();
  if (!form.elements.q.value) form.elements.q.focus({ preventScroll: true });
}

/** Elsewhere: leads to the page of the search. */
function lead(form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const page = new URL(form.dataset.page, document.baseURI);
    if (form.elements.q.value.trim()) page.searchParams.set("q", form.elements.q.value);
    location.assign(page);
  });
}

/** An address from before the archive was large leads to the page of its event or race. */
function forward(form) {
  const [, kind, id] = location.hash.match(/^#(event|race)-([\w-]+)$/) ?? [];
  if (!kind || document.getElementById(`${kind}-${id}`)) return;
  location.replace(new URL(`${kind}s/${id}.html`, new URL(form.dataset.page, document.baseURI)));
}

const form = document.querySelector(".search-form");
const search = document.querySelector(".search");
form.hidden = false;
if (search) {
  const [status, results, more] = [".search__status", ".search__results", ".search__more"]
    .map((part) => search.querySelector(part));
  answer(form, { search, status, results, more });
} else {
  lead(form);
  forward(form);
}
