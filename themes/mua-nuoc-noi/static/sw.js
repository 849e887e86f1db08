// Keeps pages that were visited, and what they show, for when there is no network; where the whole
// catalogue was fetched (offline.js), it answers from that too. Pages come from the network whenever
// it answers; one from a store says since when it was kept, and its certificate is not called valid,
// nor its lot free of recalls, until the network is back. For a page that no store has there is help.
"use strict";

const ROOT = new URL("./", self.location).href;
const OWN = `@${new URL(ROOT).pathname}`; // another catalogue of this origin has another
const STORE = `ocop-1${OWN}`; // another name whenever what is stored changes its form
const HELP = `ocop-help-1${OWN}`; // the pages that stand in for one that is not here
const STATE = `ocop-state${OWN}`; // which store has the whole catalogue: offline.js writes it
const MOST = 300; // files kept; the oldest go first
const PATIENCE = 4000; // milliseconds that a page may take before the kept one is shown
const KEPT = "x-kept-at";

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(getHelp().catch(none)); // where it fails, the browser's own words must do
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => mine(name) && ![STORE, HELP, STATE].includes(name)))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

// A store of this catalogue, or one from before stores had their catalogue's name.
function mine(name) {
  const whole = name.startsWith("ocop-all-");
  return name.startsWith("ocop-") && !whole && (name.endsWith(OWN) || !name.includes("@"));
}

// The page that brought this worker was loaded before it: it names itself and what it shows, which
// the browser still has.
self.addEventListener("message", (event) => {
  const urls = Array.isArray(event.data && event.data.keep) ? event.data.keep : [];
  const again = (url) => fetch(url, { cache: "force-cache" }).then(keep(url)).catch(none);
  event.waitUntil(Promise.all(urls.filter(ours).map(again)));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !ours(request.url) || request.headers.has("range")) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (isPicture(request.url)) event.respondWith(picture(event));
  else if (/\/static\/(search|offline)\b/.test(request.url)) event.respondWith(freshFirst(event));
  else if (/\/static\//.test(request.url)) event.respondWith(keptThenRenewed(event));
});

function ours(url) {
  return String(url).startsWith(ROOT);
}

// A picture's name changes with its content, so that a kept one is never out of date.
function isPicture(url) {
  return /\/media\/[^?]*$/.test(url);
}

async function page(event) {
  const { request } = event;
  // The browser's own cache must not answer for a host that has news, such as a recall.
  const fresh = fetch(request.url, { cache: "no-cache", redirect: "manual" });
  event.waitUntil(fresh.then(keep(request.url)).catch(none));
  const kept = await find(request.url);
  if (!kept) return fresh.catch(() => help(request.url));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const answer = await Promise.race([fresh.catch(none), late]);
  return answer && !failing(answer) ? answer : marked(kept);
}

// A host that can't answer now, such as one that too many ask.
function failing(answer) {
  return answer.status >= 500 || answer.status === 429;
}

// The kept page, told by an attribute of its html element from one that was just fetched.
async function marked(kept) {
  const since = kept.headers.get(KEPT) || "";
  const html = await kept.text();
  const headers = { "content-type": "text/html; charset=utf-8" };
  return new Response(html.replace("<html ", `<html data-kept="${since}" `), { headers });
}

// Where the wanted width is not here, another width of the same photo is better than none.
async function picture(event) {
  const { url } = event.request;
  const kept = await find(url);
  if (kept) return kept;
  try {
    const fresh = await fetch(event.request);
    if (failing(fresh)) throw fresh;
    event.waitUntil(keep(url)(fresh).catch(none));
    return fresh;
  } catch (error) {
    const [, photo, form] = /^(.*)\.\d+\.(\w+)$/.exec(url) || [];
    // A browser that asks for AVIF shows JPEG as well; one that asks for JPEG may have nothing else.
    for (const each of photo ? new Set([form, "jpg"]) : []) {
      for (const width of [800, 480, 1600]) {
        const other = await find(`${photo}.${width}.${each}`);
        if (other) return other;
      }
    }
    if (error instanceof Response) return error;
    throw error;
  }
}

async function keptThenRenewed(event) {
  const fresh = fetch(event.request);
  event.waitUntil(fresh.then(keep(event.request.url)).catch(none));
  return (await find(event.request.url)) || fresh;
}

// What is said of the catalogue must not be older than it need be.
async function freshFirst(event) {
  const fresh = fetch(event.request.url, { cache: "no-cache" });
  event.waitUntil(fresh.then(keep(event.request.url)).catch(none));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const answer = await Promise.race([fresh.catch(none), late]);
  return (answer && !failing(answer) && answer) || (await find(event.request.url)) || fresh;
}

// From the store of what was visited or from the whole catalogue, whichever was fetched last.
async function find(url) {
  const stores = [STORE, ...(await whole()), HELP];
  const all = await Promise.all(
    stores.map(async (name) => (await caches.open(name)).match(address(url))),
  );
  const time = (answer) => answer.headers.get(KEPT) || "";
  const found = all.filter(Boolean);
  return found.reduce((best, each) => (time(each) > time(best) ? each : best), found[0]);
}

// The stores that have the whole catalogue, one a language.
async function whole() {
  if (!(await caches.has(STATE))) return [];
  const state = await caches.open(STATE);
  const told = (await state.keys()).filter(({ url }) => url.startsWith(`${ROOT}kept.`));
  return Promise.all(told.map(async (each) => (await (await state.match(each)).json()).store));
}

async function getHelp() {
  const guide = `${ROOT}static/offline.json`;
  const pages = Object.values(await (await fetch(guide, { cache: "no-cache" })).json());
  const needed = [guide, ...["page.js", "offline.js", "site.css", "icon.svg"].map((each) => `${ROOT}static/${each}`)];
  const store = await caches.open(HELP);
  await Promise.all([...needed, ...pages.map((each) => ROOT + each)].map((url) => keepIn(store, url)));
}

async function keepIn(store, url) {
  const answer = await fetch(url, { cache: "no-cache" });
  if (answer.ok && !answer.redirected) await put(store, url, answer);
}

// The page of help in the language of the page that is not here.
async function help(url) {
  const store = await caches.open(HELP);
  const guide = await store.match(`${ROOT}static/offline.json`);
  if (!guide) return Response.error();
  const path = url.slice(ROOT.length);
  const helps = Object.entries(await guide.json()).sort(([a], [b]) => b.length - a.length);
  const [, page] = helps.find(([home]) => path.startsWith(home)) || helps[0];
  if (address(url) === ROOT + page) return Response.error();
  return Response.redirect(`${ROOT}${page}?from=${encodeURIComponent(path)}`);
}

// Puts an answer into the store, with the time; one that is no success changes nothing, but a page
// that is gone is forgotten.
function keep(url) {
  return async (answer) => {
    const copy = answer.clone(); // before anyone reads the answer itself
    const store = await caches.open(STORE);
    if (answer.status === 404 || answer.status === 410) await store.delete(address(url));
    if (answer.status !== 200 || answer.type !== "basic" || answer.redirected) return;
    await put(store, url, copy);
    const all = await store.keys();
    await Promise.all(all.slice(0, Math.max(0, all.length - MOST)).map((old) => store.delete(old)));
  };
}

async function put(store, url, answer) {
  const headers = new Headers(answer.headers);
  headers.set(KEPT, new Date().toISOString());
  const body = await answer.blob();
  await store.put(address(url), new Response(body, { headers }));
}

// One page has several spellings: with and without index.html, a closing slash, a query, a mark.
function address(url) {
  const found = new URL(url);
  const path = found.pathname.replace(/index\.html$/, "");
  const folder = /\.[a-z0-9]+$|\/$/.test(path) ? path : `${path}/`;
  return found.origin + folder;
}

function none() {
  return undefined;
}
