/* Takes a folder with `_headers` and `_redirects`, and paths; prints as JSON what Netlify and
   Cloudflare Pages complain of, and how each answers each path. Law: the parsers, the matching and
   Cloudflare's answers are the hosts' own; here is only what a browser would be. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { parseAllHeaders } from "@netlify/headers-parser";
import { parseAllRedirects } from "@netlify/redirect-parser";
import { build } from "esbuild";

const [folder, ...paths] = process.argv.slice(2);
const files = { headers: join(folder, "_headers"), redirects: join(folder, "_redirects") };

/** Cloudflare's modules, which are published as TypeScript alone. */
async function loadCloudflare() {
  const of = (part) => `export * from "@cloudflare/pages-shared/${part}";`;
  const parts = ["parseHeaders", "parseRedirects", "createMetadataObject"].map((name) => of(`metadata-generator/${name}.ts`));
  const contents = [...parts, of("asset-server/handler.ts")].join("\n");
  const stdin = { contents, resolveDir: process.cwd() };
  const made = await build({ stdin, bundle: true, write: false, format: "esm", platform: "node" });
  return import(`data:text/javascript;base64,${Buffer.from(made.outputFiles[0].contents).toString("base64")}`);
}

async function askCloudflare() {
  const { parseHeaders, parseRedirects, createMetadataObject, generateHandler } = await loadCloudflare();
  const headers = parseHeaders(readFileSync(files.headers, "utf8"));
  const redirects = parseRedirects(readFileSync(files.redirects, "utf8"));
  const metadata = createMetadataObject({ headers, redirects, headersFile: files.headers, redirectsFile: files.redirects });
  const answer = (path) => generateHandler({
    request: new Request(`https://site.example${path}`),
    metadata,
    logError: (error) => { throw error; },
    findAssetEntryForPath: async (asset) => (existsSync(join(folder, asset)) ? asset : null),
    getAssetKey: (asset) => asset,
    negotiateContent: () => ({ encoding: null }),
    fetchAsset: async () => ({ body: null, contentType: "text/html" }),
  });
  const answers = await Promise.all(paths.map(async (path) => [path, tell(await answer(path))]));
  return { complaints: [...headers.invalid, ...redirects.invalid], answers: Object.fromEntries(answers) };
}

const tell = ({ status, headers }) => ({ status, headers: Object.fromEntries(headers) });

async function askNetlify() {
  const { headers, errors } = await parseAllHeaders({ headersFiles: [files.headers], minimal: false });
  const { redirects, errors: others } = await parseAllRedirects({ redirectsFiles: [files.redirects] });
  const answer = (path) => {
    const redirect = redirects.find(({ from }) => from === path);
    const sent = new Headers(redirect ? { location: redirect.to } : {});
    const fitting = headers.filter((rule) => rule.forRegExp.test(path));
    fitting.flatMap(({ values }) => Object.entries(values)).forEach(([name, value]) => sent.append(name, value));
    return tell({ status: redirect?.status ?? 200, headers: sent });
  };
  const answers = Object.fromEntries(paths.map((path) => [path, answer(path)]));
  return { complaints: [...errors, ...others].map(String), answers };
}

console.log(JSON.stringify({ netlify: await askNetlify(), cloudflare: await askCloudflare() }));
