// A visitor's own list of products: hearts on cards and pages, kept in this browser alone.
// What is kept is told by the code on the pack, or the product's name in addresses where it has none.
(function (d, w) {
  "use strict";
  const own = d.currentScript;
  const say = own.dataset;
  const root = new URL("../", own.src);
  const KEY = `ocop-list@${root.pathname}`;
  const MOST = 60;
  const HEART = "M12 20.6C5.600 16.200 2.500 12.900 2.500 9.100 2.500 6.300 4.700 4.200 7.300 4.200c1.900 0 3.700 1 4.700 2.700 1-1.700 2.800-2.700 4.700-2.700 2.600 0 4.800 2.100 4.800 4.900 0 3.800-3.100 7.100-9.500 11.500z";
  const NS = "http://www.w3.org/2000/svg";
  let held = [];

  // A browser may keep nothing: then the list lives as long as the page.
  function read() {
    try {
      const found = JSON.parse(w.localStorage.getItem(KEY) || "[]");
      held = Array.isArray(found) ? found.filter((each) => typeof each === "string").slice(0, MOST) : [];
    } catch (_) {}
    return held;
  }

  // Where there is no more room, what is there stays, and what comes is refused in words.
  function write(list) {
    held = list.slice(0, MOST);
    try {
      w.localStorage.setItem(KEY, JSON.stringify(held));
    } catch (_) {}
    show();
    d.dispatchEvent(new CustomEvent("ocop-list"));
    const way = d.querySelector(".mylist");
    if (list.length > MOST && say.sayFull) way.textContent = `♥ ${say.sayFull.replace("{n}", MOST)}`;
  }

  function toggle(id) {
    const list = read();
    write(list.includes(id) ? list.filter((each) => each !== id) : list.concat(id));
  }

  function heart(id, name) {
    const button = d.createElement("button");
    const svg = d.createElementNS(NS, "svg");
    const path = d.createElementNS(NS, "path");
    button.type = "button";
    button.className = "heart";
    button.dataset.heart = id;
    button.setAttribute("aria-label", `${say.sayKeep}: ${name}`);
    button.title = say.sayKeep;
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    path.setAttribute("d", HEART);
    svg.append(path);
    button.append(svg);
    return button;
  }

  // Hearts for cards that have none yet, also for those that a search shows.
  function adorn() {
    d.querySelectorAll("[data-keep]:not([data-hearted])").forEach((each) => {
      each.dataset.hearted = "";
      const name = each.querySelector("h1, h2, h3");
      each.append(heart(each.dataset.keep, name ? name.textContent : ""));
    });
    press();
  }

  function press() {
    // A page that was scanned has a heart of its own, and this script only once it is pressed.
    d.querySelectorAll("[data-heart]:not([data-beats])").forEach((each) => {
      each.dataset.beats = "";
      each.addEventListener("click", () => toggle(each.dataset.heart));
    });
    d.querySelectorAll("[data-heart]").forEach((each) =>
      each.setAttribute("aria-pressed", String(held.includes(each.dataset.heart))));
  }

  // The way to the list is at hand as soon as it holds something.
  function show() {
    let way = d.querySelector(".mylist");
    if (!way && held.length) {
      way = d.createElement("a");
      way.className = "mylist";
      way.href = say.list;
      d.body.append(way);
    }
    if (way) {
      way.hidden = !held.length;
      way.textContent = `♥ ${held.length}`;
      way.setAttribute("aria-label", say.sayCount.replace("{n}", held.length));
    }
    press();
  }

  w.ocopList = { read, write, toggle, root, key: KEY };
  read();
  show();
  adorn();
  new MutationObserver(adorn).observe(d.body, { childList: true, subtree: true });
  w.addEventListener("storage", (event) => {
    if (event.key === KEY || event.key === null) {
      read();
      show();
      d.dispatchEvent(new CustomEvent("ocop-list"));
    }
  });
  w.addEventListener("pageshow", () => (read(), show()));
})(document, window);
