// A screen at a fair, for one visitor after the other: begun with ?kiosk, for as long as the window is
// open. Where nobody touches it for a minute all is put back and the products' photos pass by; what would
// lead out of the catalogue becomes a code to take along. Words and photos come from the search's files.
(function (d, w) {
  "use strict";
  const root = new URL("../", d.currentScript.src).href;
  const session = w.sessionStorage;
  const start = session.ocopKiosk;
  const language = d.documentElement.lang;
  const QUIET = 50e3;
  const WARNED = 10;
  const SLIDE = 7e3;
  const RENEWED = 15 * 60e3;
  const AGAIN = 10e3;
  const MOST = 24;
  let c = null;
  let sleeping = 0;
  let counting = 0;
  let passing = 0;

  function el(name, attributes, ...children) {
    const made = d.createElement(name);
    for (const key in attributes) made.setAttribute(key, attributes[key]);
    made.append(...children.filter((each) => each !== null && each !== undefined));
    return made;
  }

  function script(name, then) {
    const made = el("script", { src: `${root}static/${name}` });
    made.onload = then;
    made.onerror = () => setTimeout(() => script(name, then), AGAIN);
    d.head.append(made);
  }

  const say = (key, values) => c.words[`kiosk_${key}`].replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // ── Nobody there ─────────────────────────────────────────────────────────────────────────────

  const warning = el("dialog", { class: "kiosk-box" });
  const told = el("p", { class: "kiosk-big", role: "alert" });
  const stay = el("button", { class: "btn main", type: "button" });
  warning.append(told, stay);

  function awake() {
    clearTimeout(sleeping);
    clearInterval(counting);
    sleeping = setTimeout(warn, QUIET);
  }

  // It goes when a touch has ended: what lies beneath must not be touched by the same finger.
  warning.addEventListener("click", () => warning.close());
  warning.addEventListener("close", awake);

  function warn() {
    if (!c) return reset();
    let left = WARNED;
    const tell = () => (told.textContent = say("warning", { n: left }));
    tell();
    if (!warning.open) warning.showModal();
    counting = setInterval(() => {
      left--;
      if (left) tell();
      else reset();
    }, 1000);
  }

  // Query, choices, list, language and place on the page are all gone; the photos begin.
  function reset() {
    clearInterval(counting);
    try {
      w.localStorage.removeItem(`ocop-list@${new URL(root).pathname}`);
    } catch (_) {}
    session.clear();
    session.ocopKiosk = start;
    session.ocopAttract = "1";
    location.replace(start); // not reload(), which would keep the place on the page
  }

  // ── Photos that pass by ──────────────────────────────────────────────────────────────────────

  function attract() {
    if (d.querySelector(".kiosk-show")) return;
    clearTimeout(sleeping);
    const some = w.ocopFinder.all(c).filter((p) => c.pictures.of(p) && !c.potential[p] && c.validity[p] !== 2).slice(0, MOST);
    const name = el("p", { class: "kiosk-name" });
    const who = el("p", { class: "kiosk-who" });
    const frame = el("div", { class: "kiosk-photos", "aria-hidden": "true" });
    const show = el("button", { class: "kiosk-show", type: "button" }, frame,
      el("span", { class: "kiosk-words" }, name, who, el("span", { class: "kiosk-touch" }, say("touch", {}))));
    let at = -1;
    const next = () => {
      if (!some.length) return;
      at = (at + 1) % some.length;
      const p = some[at];
      const photo = c.pictures.of(p);
      const file = `${root}media/${photo.file}.${photo.sizes[photo.sizes.length - 1][0]}`;
      const image = el("img", { alt: "" });
      const picture = el("picture", null, el("source", { type: "image/avif", srcset: `${file}.avif` }), image);
      image.style.objectPosition = photo.focus;
      image.onload = () => {
        frame.append(picture);
        requestAnimationFrame(() => image.classList.add("in"));
        while (frame.children.length > 2) frame.firstChild.remove();
        name.textContent = c.names[p];
        who.textContent = [c.producers[c.producer[p]], c.samples[p] ? c.words.sample : ""].filter(Boolean).join(" · ");
      };
      image.src = `${file}.jpg`;
    };
    next();
    passing = setInterval(next, SLIDE);
    const renewing = setInterval(renew, RENEWED);
    show.addEventListener("click", () => {
      clearInterval(passing);
      clearInterval(renewing);
      show.remove();
      awake();
    });
    d.body.append(show);
    show.focus();
  }

  // What was published meanwhile comes in while nobody looks.
  function renew() {
    if (!/^http/.test(location.protocol)) return;
    fetch(start, { cache: "no-cache" }).then((answer) => {
      if (!answer.ok || answer.headers.get("x-kept-at")) return;
      session.ocopAttract = "1";
      location.reload();
    }).catch(() => {});
  }

  // ── What leads out ───────────────────────────────────────────────────────────────────────────

  const box = el("dialog", { class: "kiosk-box" });
  d.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[href]");
    if (!link) return;
    const url = new URL(link.getAttribute("href"), d.baseURI);
    const within = url.href.startsWith(root) && /(\/|\.html|\/[^.\/]+)$/.test(url.pathname);
    // With Shift or Ctrl a page would open in a window of its own, where nothing is put back.
    if (within && !event.shiftKey && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (c && !within) take(link, url);
  }, true);
  for (const each of ["auxclick", "contextmenu", "dragstart"]) d.addEventListener(each, (event) => event.preventDefault(), true);
  // The browser's own windows for printing, saving and opening files lead to all that the computer has.
  d.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && /^[psou]$/i.test(event.key)) event.preventDefault();
  }, true);
  // A page that the browser kept whole still shows what the visitor before had on it.
  w.addEventListener("pageshow", (event) => event.persisted && location.reload());

  // The address of a file of the site on the web, also where the page was opened from a folder.
  function published(url) {
    if (!url.href.startsWith(root)) return url.href;
    const canonical = d.querySelector("[rel=canonical]");
    const here = location.href.slice(root.length).replace(/(index\.html)?([?#].*)?$/, "");
    const base = canonical && canonical.href.endsWith(here) ? canonical.href.slice(0, canonical.href.length - here.length) : root;
    return base + url.href.slice(root.length);
  }

  function take(link, url) {
    script("qr.js", () => {
      const address = published(url);
      const canonical = d.querySelector("[rel=canonical]");
      const code = w.ocopQr.drawn(address, say("code", {})) || (canonical && w.ocopQr.drawn(canonical.href, say("code", {})));
      const close = el("button", { class: "btn main", type: "button" }, say("close", {}));
      const plain = /^(tel|mailto):/.test(address) ? decodeURIComponent(address.replace(/^\w+:|\?.*$/g, "")) : link.textContent.trim();
      close.addEventListener("click", () => box.close());
      box.replaceChildren(el("p", { class: "kiosk-big" }, plain), el("div", { class: "kiosk-code" }, code),
        el("p", {}, say(url.protocol === "tel:" ? "call" : "take", {})), close);
      box.showModal();
    });
  }

  // A screen without a browser's buttons still needs the way back, though never to who came before.
  function backwards() {
    const bar = d.querySelector(".bar");
    if (!bar || location.href.replace(/[?#].*/, "") === start) return;
    const back = el("button", { type: "button", class: "back" }, say("back", {}));
    back.addEventListener("click", () => history.back());
    bar.prepend(back);
  }

  // ── Beginning ────────────────────────────────────────────────────────────────────────────────

  d.head.append(el("link", { rel: "stylesheet", href: `${root}static/kiosk.css` }));
  d.body.append(warning, box);
  const manifest = d.querySelector("[rel=manifest]");
  if (manifest) manifest.href = `${root}static/kiosk.${language}.json`; // put on a home screen, it begins so
  script("search.js", () => script(`search.${language}.js`, () => {
    c = w.ocopFinder.unpack(w.ocopFinder.got.catalogue, w.ocopFinder.today());
    stay.textContent = say("stay", {});
    backwards();
    script(`search-cards.${language}.js?${c.data.stamp}`, () => {
      c.pictures = w.ocopFinder.pictures(c, w.ocopFinder.got.cards);
      if (session.ocopAttract) {
        session.removeItem("ocopAttract");
        attract();
      }
    });
  }));
  ["pointerdown", "keydown", "wheel", "scroll", "input"].forEach((each) =>
    w.addEventListener(each, () => d.querySelector(".kiosk-show") || warning.open || awake(), { passive: true, capture: true }));
  awake();
})(document, window);
