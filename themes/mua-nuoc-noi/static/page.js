// What a page can do once it stands: tell machines of a certificate that does not hold, begin the
// screen of a fair, have what is seen kept for later; a product's page also keeps the product, hands
// its address on and goes to the search at “/”. It comes after everything that a scan is for, and what
// a reader trusts (validity, an unknown lot) waits for no file: that stands in the page.
(function (d, w) {
  "use strict";
  if (w.ocopBegun) return; // a theme's own product.html may name this file as well
  w.ocopBegun = true;
  const root = new URL("../", d.currentScript.src).href;
  const html = d.documentElement;
  const heart = d.querySelector("[data-heart]");
  const share = d.querySelector("[data-share]");
  const all = d.querySelector(".top .all");
  let asked = false;

  // ── Structured data ──────────────────────────────────────────────────────────────────────────

  // The classes are the layout's own script's, which has looked at the day before this is called.
  function inactive() {
    d.querySelectorAll(".lapsed, .early").forEach((each) => {
      const place = each.classList.contains("cert") ? 0 : each.dataset.certification;
      if (place === undefined) return;
      d.querySelectorAll("[type='application/ld+json']").forEach((script) => {
        const told = JSON.parse(script.textContent);
        const held = Object.values(told).flat().filter((one) => one && one["@type"] === "Certification")[place];
        if (!held) return;
        held.certificationStatus = "https://schema.org/CertificationInactive";
        delete held.certificationRating;
        script.textContent = JSON.stringify(told);
      });
    });
  }

  inactive();
  w.addEventListener("pageshow", inactive);
  d.addEventListener("visibilitychange", inactive);

  // ── Photos that don't come ───────────────────────────────────────────────────────────────────

  // A browser that can show AVIF never tries the JPEG beside it by itself, and some hosts send no
  // file whose ending they don't know.
  function asJpeg(image) {
    const source = image.previousElementSibling;
    if (source && source.type === "image/avif") source.remove();
  }

  d.addEventListener("error", ({ target }) => target.tagName === "IMG" && asJpeg(target), true);
  [...d.images].forEach((each) => each.complete && each.currentSrc && !each.naturalWidth && asJpeg(each));

  // ── The screen of a fair ─────────────────────────────────────────────────────────────────────

  if (html.classList.contains("kiosk")) {
    d.addEventListener("DOMContentLoaded", () => {
      const script = d.createElement("script");
      script.src = `${root}static/kiosk.js`;
      d.head.append(script);
    });
  }

  // ── Kept for when there is no network ────────────────────────────────────────────────────────

  function again() {
    fetch(location.href, { cache: "no-store" })
      .then((answer) => answer.ok && !answer.headers.get("x-kept-at") && location.reload())
      .catch(() => {});
  }

  function keeping() {
    const worker = navigator.serviceWorker;
    if (!worker || !/^http/.test(location.protocol)) return;
    const first = !worker.controller;
    const since = html.dataset.kept;
    if (since) {
      d.querySelector("[data-kept-at]").textContent = new Date(since).toLocaleString(html.lang);
      w.addEventListener("online", again);
      if (navigator.onLine && Date.now() - new Date(since) > 6e4) setTimeout(again, 9e3);
    }
    if ((navigator.connection || {}).saveData) return;
    const seen = () => [
      ...[...d.images].map((each) => each.currentSrc),
      ...performance.getEntriesByType("resource").map((each) => each.name),
    ];
    w.addEventListener("load", () =>
      worker
        .register(`${root}sw.js`)
        .then(() => worker.ready)
        .then((ready) => first && ready.active.postMessage({ keep: [location.href, ...seen()] }))
        .catch(() => {}),
    );
  }

  keeping();

  // ── A product ────────────────────────────────────────────────────────────────────────────────

  // The list's own script is fetched by whoever has a list, or begins one.
  function list(then) {
    if (asked) return;
    asked = true;
    const script = d.createElement("script");
    for (const key of ["list", "sayKeep", "sayCount", "sayFull"]) if (heart.dataset[key]) script.dataset[key] = heart.dataset[key];
    script.src = `${root}static/keep.js`;
    script.onload = then;
    d.head.append(script);
  }

  if (heart) {
    heart.hidden = false;
    heart.addEventListener("click", () => w.ocopList || list(() => w.ocopList.toggle(heart.dataset.heart)));
    try {
      if (w.localStorage.getItem(`ocop-list@${new URL(root).pathname}`)) list();
    } catch (_) {} // a browser that keeps nothing
  }

  if (share && (navigator.share || navigator.clipboard)) {
    share.hidden = false;
    share.addEventListener("click", () => {
      const url = d.querySelector("[rel=canonical]").href;
      if (navigator.share) navigator.share({ title: d.title, url }).catch(() => {});
      else navigator.clipboard.writeText(url).then(() => (share.firstChild.textContent = share.dataset.share));
    });
  } else if (share) share.remove();

  if (all) {
    w.addEventListener("keydown", (event) => {
      const inField = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName || "");
      if (event.key !== "/" || inField || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      location = `${all.href}#q`;
    });
  }
})(document, window);
