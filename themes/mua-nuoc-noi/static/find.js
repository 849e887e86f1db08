// The search field in the header, and what it shares with the catalogue's page: loading the
// catalogue when a field is first touched, links, marked words, prices.
(function (d, w) {
  "use strict";
  const form = d.querySelector("[data-root]");
  if (!form || !("noModule" in d.createElement("script"))) return;
  const root = form.dataset.root;
  const language = d.documentElement.lang;
  const asked = {};
  let catalogue = null;

  function el(name, attributes, ...children) {
    const made = d.createElement(name);
    for (const key in attributes || {}) {
      if (attributes[key] === null || attributes[key] === undefined || attributes[key] === false) continue;
      if (key === "class") made.className = attributes[key];
      else made.setAttribute(key, attributes[key]);
    }
    made.append(...children.filter((each) => each !== null && each !== undefined));
    return made;
  }

  // A script of static/, once; a second try where the first one failed.
  function fetched(name, done, failed) {
    const known = asked[name];
    if (known && known.ready) return done();
    if (known) return known.callers.push({ done, failed });
    const own = (asked[name] = { ready: false, callers: [{ done, failed }] });
    const script = el("script", { src: `${root}static/${name}` });
    script.async = false; // one that was asked for first runs first
    script.onload = () => {
      own.ready = true;
      own.callers.forEach((each) => each.done());
    };
    script.onerror = () => {
      script.remove();
      delete asked[name];
      own.callers.forEach((each) => each.failed && each.failed());
    };
    d.head.append(script);
  }

  function whole(use, failed) {
    if (catalogue) return use(catalogue);
    const ready = () => {
      const finder = w.ocopFinder;
      if (!finder || !finder.got.catalogue) return failed && failed();
      catalogue = catalogue || finder.unpack(finder.got.catalogue, finder.today());
      use(catalogue);
    };
    fetched("search.js", () => fetched(`search.${language}.js`, ready, failed), failed);
  }

  // What cards show beside: photos, and what a pack holds; none of a catalogue of another day.
  function cards(c, use) {
    fetched(`search-cards.${language}.js?${c.data.stamp}`, () => {
      const found = w.ocopFinder.got.cards;
      if (found && found.stamp === c.data.stamp) use((c.pictures = c.pictures || w.ocopFinder.pictures(c, found)));
    });
  }

  // The words of stories; `use` gets null where they can't be had.
  function stories(c, use) {
    if (c.stories) return use(c.stories);
    let left = c.data.shelves;
    const files = [];
    for (let i = 0; i < c.data.shelves; i++) {
      fetched(`search-stories-${i}.${language}.js?${c.data.stamp}`, () => {
        files[i] = w.ocopFinder.got[`stories-${i}`];
        if (--left) return;
        c.stories = w.ocopFinder.shelved(c, files);
        use(c.stories);
      }, () => use(null));
    }
  }

  // Calls back with what is found. Where that is nothing it calls back once typing pauses: with what
  // was meant perhaps, what stories tell, or a suggestion.
  const PAUSE = 150;
  let turn = 0;
  function find(c, query, use) {
    const own = ++turn;
    const finder = w.ocopFinder;
    const first = finder.find(c, query, null, true);
    if (first.how !== "none") return use(first);
    const last = (found) => own === turn && use(found.how === "none" ? { ...found, suggestion: finder.suggestion(c, query) } : found);
    setTimeout(() => {
      if (own !== turn) return;
      const found = finder.find(c, query, c.stories);
      if (c.stories || !/none|south|joined/.test(found.how)) return last(found);
      use(found); // until stories are there
      stories(c, (told) => last(told ? finder.find(c, query, told) : found));
    }, PAUSE);
  }

  // A text with the letters that were found marked.
  function marked(text, hit) {
    const parts = d.createDocumentFragment();
    let at = 0;
    for (const [from, to] of hit(text)) {
      parts.append(text.slice(at, from), el("mark", null, text.slice(from, to)));
      at = to;
    }
    parts.append(text.slice(at));
    return parts;
  }

  function say(c, key, values) {
    return c.words[key].replace(/\{(\w+)\}/g, (_, name) => (values && name in values ? values[name] : ""));
  }

  function figure(c, number) {
    return String(number).replace(/\B(?=(\d{3})+$)/g, c.words.thousands);
  }

  function counted(c, key, number, values) {
    const one = `${key}_one`;
    return say(c, number === 1 && c.words[one] ? one : key, { ...values, n: figure(c, number) });
  }

  function price(c, p) {
    if (!c.price[p]) return "";
    const said = `${figure(c, c.price[p])}\u00a0đ`;
    return c.several[p] ? say(c, "price_from", { price: said }) : said;
  }

  function who(c, p) {
    const place = c.communeSaid[c.commune[p] - 1];
    return c.producers[c.producer[p]] + (place ? ` · ${place}` : "");
  }

  function href(c, p) {
    return `${root}${c.data.pages}${c.slug(p)}/index.html`;
  }

  // The products that the address names after “#”, as far as it can be read.
  function named() {
    let text = location.hash.slice(1);
    try {
      text = decodeURIComponent(text);
    } catch (_) {}
    return [...new Set(text.split(",").map((each) => each.trim()).filter(Boolean))];
  }

  // How the query was read, where it wasn't as it was typed.
  function how(c, query, found) {
    const key = `read_${found.how}`;
    return c.words[key] ? say(c, key, { query, words: found.words.join(" ") }) : "";
  }

  w.ocopPage = { el, fetched, whole, cards, find, marked, say, counted, figure, price, who, href, how, named, root };

  d.addEventListener("keydown", (event) => {
    const typing = /^(input|textarea|select)$/i.test(event.target.tagName) || event.target.isContentEditable;
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (opener && opener.offsetParent) opener.click();
    else form.q.focus();
  });

  // ── In the header ────────────────────────────────────────────────────────────────────────────

  const opener = d.querySelector(".findlink");
  if (!form.classList.contains("find")) return;
  const input = form.q;
  const list = el("div", { role: "listbox", id: "found", "aria-label": input.getAttribute("aria-label") });
  const note = el("p");
  const box = el("div", { class: "found", hidden: "" }, note, list);
  const status = el("p", { class: "unseen", role: "status" });
  const MOST = 7;
  let active = -1;
  let last = null;
  form.append(box, status);
  for (const [key, value] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-controls", "found"], ["aria-autocomplete", "list"]]) input.setAttribute(key, value);

  function show(open) {
    box.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (!open) choose(-1);
  }

  function choose(next) {
    const options = list.querySelectorAll("[role=option]");
    if (options[active]) options[active].removeAttribute("aria-selected");
    active = options.length ? next : -1;
    const chosen = options[active];
    if (!chosen) return input.removeAttribute("aria-activedescendant");
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", chosen.id);
  }

  function option(address, ...children) {
    return el("a", { role: "option", tabindex: "-1", href: address }, ...children);
  }

  function fill(c, query, found) {
    if (input.value !== query) return;
    const rows = found.ids.slice(0, MOST).map((p) =>
      option(href(c, p),
        el("b", null, marked(c.names[p], found.hit)),
        el("span", { class: "who" }, marked(who(c, p), found.hit)),
        el("span", { class: "price" }, price(c, p))));
    const all = `${form.action.split("?")[0]}?q=`;
    if (found.ids.length) rows.push(option(all + encodeURIComponent(query), el("b", { class: "all" }, counted(c, "see_all", found.ids.length))));
    else if (found.suggestion) rows.push(option(all + encodeURIComponent(found.suggestion), el("span", { class: "maybe" }, `${c.words.meant} `, el("b", null, found.suggestion), "?")));
    rows.forEach((each, i) => (each.id = `found-${i}`));
    const told = found.ids.length ? counted(c, "found", found.ids.length, { query }) : say(c, "none", { query });
    tell(found.ids.length ? how(c, query, found) : told, rows);
    status.textContent = told;
  }

  // Shows a remark and rows in place of those before.
  function tell(remark, rows) {
    note.textContent = remark;
    note.hidden = !remark;
    list.replaceChildren(...rows);
    active = -1;
    input.removeAttribute("aria-activedescendant");
    show(Boolean(remark || rows.length));
  }

  function typed() {
    const query = input.value;
    last = query;
    if (!query.trim()) return tell("", []), (status.textContent = "");
    whole((c) => query === last && find(c, query, (found) => fill(c, query, found)), () => tell(form.dataset.failed, []));
    if (!catalogue) tell(form.dataset.loading, []);
  }

  input.addEventListener("focus", () => {
    whole((c) => (w.ocopFinder.warm(c), w.ocopFinder.ready(c)), () => {});
    if (input.value.trim()) typed();
  });
  input.addEventListener("input", typed);
  input.addEventListener("keydown", (event) => {
    const options = list.querySelectorAll("[role=option]");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!options.length) return;
      event.preventDefault();
      if (box.hidden) show(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose(active + step < -1 ? options.length - 1 : active + step >= options.length ? -1 : active + step);
    } else if (event.key === "Enter" && options[active]) {
      event.preventDefault();
      options[active].click();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (!box.hidden) show(false);
      else if (input.value) (input.value = ""), typed();
      else close(true);
    }
  });

  function close(back) {
    show(false);
    form.classList.remove("open");
    if (!opener) return;
    opener.setAttribute("aria-expanded", "false");
    if (back && opener.offsetParent) opener.focus();
    else input.blur();
  }

  if (opener) {
    opener.setAttribute("role", "button");
    opener.setAttribute("aria-expanded", "false");
    opener.addEventListener("click", (event) => {
      event.preventDefault();
      if (form.classList.contains("open")) return close(true);
      form.classList.add("open");
      opener.setAttribute("aria-expanded", "true");
      input.focus();
    });
    opener.addEventListener("keydown", (event) => {
      if (event.key === " ") event.preventDefault(), opener.click();
    });
  }
  d.addEventListener("focusin", (event) => form.contains(event.target) || show(false));
  d.addEventListener("pointerdown", (event) => form.contains(event.target) || show(false));
  form.addEventListener("submit", (event) => {
    if (!input.value.trim()) event.preventDefault();
  });
})(document, window);
