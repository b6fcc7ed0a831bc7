/* Takes the site's data and what a filter shows; gives a file of these events alone.
   Loaded when the first filtered download is asked for. Its law: the file says what was chosen,
   in its name and in itself, so that nobody takes a part for the whole. */

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

/** The rows of a table whose first cell is one of *ids*; a last column says what was chosen. */
export function filterCsv(text, ids, filter) {
  const [header, ...rows] = text.match(ROW).map((row) => row.slice(0, -2));
  const chosen = `"${describe(filter).replaceAll('"', '""')}"`;
  const kept = rows.filter((row) => ids.has(row.slice(0, row.indexOf(","))));
  return [`${header},filter`, ...kept.map((row) => `${row},${chosen}`), ""].join("\r\n");
}

/** The timeline with the events of *ids* only; `filter` says what was chosen. */
export function filterJson(text, ids, filter) {
  const timeline = JSON.parse(text);
  const events = timeline.events.filter((event) => ids.has(event.id));
  return `${JSON.stringify({ ...timeline, filter, events }, null, 1)}\n`;
}

/** Fetches the file that *link* names and saves what is in it of the events of *ids*. */
export async function download(link, ids, filter) {
  const answer = await fetch(link.href);
  if (!answer.ok) throw new Error(`${link.href}: ${answer.status}`);
  const isTable = link.pathname.endsWith(".csv");
  const content = (isTable ? filterCsv : filterJson)(await answer.text(), ids, filter);
  const type = isTable ? "text/csv;charset=utf-8" : "application/json";
  const saved = document.createElement("a");
  saved.href = URL.createObjectURL(new Blob([content], { type }));
  saved.download = nameFile(link.pathname, filter);
  saved.click();
  setTimeout(() => URL.revokeObjectURL(saved.href), 60_000);
}
