// Keeps pages that were visited, and what they show, for when there is no network.
// Pages come from the network whenever it answers; one from the store says since when it was kept,
// and its certificate is not called valid, nor its lot free of recalls, until the network is back.
"use strict";

const ROOT = new URL("./", self.location).href;
const OWN = `@${new URL(ROOT).pathname}`; // another catalogue of this origin has another
const STORE = `ocop-1${OWN}`; // another name whenever what is stored changes its form
const MOST = 300; // files kept; the oldest go first
const PATIENCE = 4000; // milliseconds that a page may take before the kept one is shown
const KEPT = "x-kept-at";

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => mine(name) && name !== STORE))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

// A store of this catalogue, or one from before stores had their catalogue's name.
function mine(name) {
  return name.startsWith("ocop-") && (name.endsWith(OWN) || !name.includes("@"));
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
  else if (isPicture(request.url)) event.respondWith(keptFirst(event));
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
  if (!kept) return fresh;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const answer = await Promise.race([fresh.catch(none), late]);
  return answer && answer.status < 500 ? answer : marked(kept);
}

// The kept page, told by an attribute of its html element from one that was just fetched.
async function marked(kept) {
  const since = kept.headers.get(KEPT) || "";
  const html = await kept.text();
  const headers = { "content-type": "text/html; charset=utf-8" };
  return new Response(html.replace("<html ", `<html data-kept="${since}" `), { headers });
}

async function keptFirst(event) {
  const kept = await find(event.request.url);
  if (kept) return kept;
  const fresh = await fetch(event.request);
  event.waitUntil(keep(event.request.url)(fresh).catch(none));
  return fresh;
}

async function keptThenRenewed(event) {
  const fresh = fetch(event.request);
  event.waitUntil(fresh.then(keep(event.request.url)).catch(none));
  return (await find(event.request.url)) || fresh;
}

async function find(url) {
  return (await caches.open(STORE)).match(address(url));
}

// Puts an answer into the store, with the time; one that is no success changes nothing, but a page
// that is gone is forgotten.
function keep(url) {
  return async (answer) => {
    const copy = answer.clone(); // before anyone reads the answer itself
    const store = await caches.open(STORE);
    if (answer.status === 404 || answer.status === 410) await store.delete(address(url));
    if (answer.status !== 200 || answer.type !== "basic" || answer.redirected) return;
    const headers = new Headers(answer.headers);
    headers.set(KEPT, new Date().toISOString());
    const body = await copy.blob();
    await store.put(address(url), new Response(body, { headers }));
    const all = await store.keys();
    await Promise.all(all.slice(0, Math.max(0, all.length - MOST)).map((old) => store.delete(old)));
  };
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
