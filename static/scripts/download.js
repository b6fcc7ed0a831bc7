/* Takes the site's data and what a filter shows; gives a file of these events, their citations or
   figures alone. Loaded when the first filtered download is asked for. Its law: the file says what
   was chosen, in its name and in itself, so that nobody takes a part for the whole. */

/** A row of a table (RFC 4180): cells, of which the quoted may hold line ends. */
const ROW = /(?:"(?:[^"]|"")*"|[^"\r])+\r\n/g;

/** What was chosen, in one line: "5 of 60 events; race=2019-06". */
export const describe = ({ shown, all, wanted }) =>
  [`${shown} of ${all} events`, ...Object.entries(wanted).map((choice) => choice.join("="))].join("; ");

/** The name of the file: what it holds, then what was chosen. */
export const nameFile = (file, { wanted }) => {
  const [, stem, ending] = file.match(/([^/]+)\.(\w+)$/);
  const words = Object.values(wanted).join(" ").toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  return `${[stem, "filtered", ...(words.match(/[a-z0-9]+/g) ?? [])].join("-").slice(0, 80)}.${ending}`;
};

/** The rows of a table about *ids*: by its column "event", or else the first, its own id; these
    stand before any cell that is quoted. A last column says what was chosen. */
export function filterCsv(text, ids, filter) {
  const [header, ...rows] = text.match(ROW).map((row) => row.slice(0, -2));
  const column = Math.max(0, header.split(",").indexOf("event"));
  const chosen = `"${describe(filter).replaceAll('"', '""')}"`;
  const kept = rows.filter((row) => ids.has(row.split(",", column + 1)[column]));
  return [`${header},filter`, ...kept.map((row) => `${row},${chosen}`), ""].join("\r\n");
}

/** The ids of the figures that *events* state. */
const figuresOf = (events) => new Set(events.flatMap((event) => event.claims.flatMap((claim) => claim.figures)));

/** The timeline with the events of *ids* only, the figures that they state and the differences about
    them, without corrections of others; the rest is what these refer to. `filter` says what was chosen. */
export function filterJson(text, ids, filter) {
  const timeline = JSON.parse(text);
  const events = timeline.events.filter((event) => ids.has(event.id));
  const held = { event: ids, figure: figuresOf(events) };
  const differences = new Set(events.flatMap((event) => event.differences));
  const part = {
    events,
    figures: timeline.figures.filter((figure) => held.figure.has(figure.id)),
    differences: timeline.differences.filter((difference) => differences.has(difference.id)),
    corrections: timeline.corrections.filter(({ kind, about }) => held[kind]?.has(about) ?? true),
  };
  return `${JSON.stringify({ ...timeline, filter, ...part }, null, 1)}\n`;
}

async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}

/** The ids that the rows of a table are chosen by: of figures, those that the events state. */
async function chooseRows(link, ids) {
  if (!link.pathname.endsWith("/figures.csv")) return ids;
  const timeline = JSON.parse(await read(new URL("timeline.json", link.href)));
  return figuresOf(timeline.events.filter((event) => ids.has(event.id)));
}

/** Fetches the file that *link* names and saves what is in it of the events of *ids*. */
export async function download(link, ids, filter) {
  const isTable = link.pathname.endsWith(".csv");
  const [text, chosen] = await Promise.all([read(link.href), chooseRows(link, ids)]);
  const content = (isTable ? filterCsv : filterJson)(text, chosen, filter);
  const type = isTable ? "text/csv;charset=utf-8" : "application/json";
  const saved = document.createElement("a");
  saved.href = URL.createObjectURL(new Blob([content], { type }));
  saved.download = nameFile(link.pathname, filter);
  saved.click();
  setTimeout(() => URL.revokeObjectURL(saved.href), 60_000);
}
