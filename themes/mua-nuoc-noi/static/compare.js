// Two to four products side by side: their facts in a table, differences marked. Which ones stands in
// the address after “#”, so that a comparison can be kept and shared.
(function (d, w) {
  "use strict";
  const box = d.querySelector("[data-comparison]");
  const page = w.ocopPage;
  if (!box || !page) return;
  const { el } = page;
  const say = box.dataset;
  const table = box.querySelector("table");
  const state = box.querySelector("[data-state]");
  const alike = box.querySelector("[data-alike]");
  const MOST = 4;

  const asked = () => page.named().slice(0, MOST);

  function start(c) {
    const at = new Map();
    for (let p = 0; p < c.count; p++) {
      at.set(c.slug(p), p);
      if (c.codes[p]) at.set(c.codes[p], p);
    }
    const show = () => {
      const chosen = asked().filter((id) => at.has(id));
      const some = chosen.map((id) => at.get(id));
      table.parentNode.hidden = some.length < 2;
      box.querySelector("[data-tools]").hidden = some.length < 2;
      state.textContent = some.length < 2 ? say.few : "";
      if (some.length < 2) return done();
      facts(c, some, (rows) => (rows.every(Boolean) ? fill(c, chosen, some, rows) : apart()));
    };
    // A product that its file doesn't know is none without facts: the file is of another day.
    const apart = () => {
      table.parentNode.hidden = box.querySelector("[data-tools]").hidden = true;
      state.textContent = say.apart;
      done();
    };
    w.addEventListener("hashchange", show);
    show();
  }

  // The facts of each product, from the files that have them.
  function facts(c, some, use) {
    const { shelves } = c.data.facts;
    const at = some.map((p) => w.ocopFinder.shelf(c.slug(p), shelves));
    const needed = [...new Set(at)];
    let left = needed.length;
    const come = () => {
      if (--left) return;
      const of = at.map((number) => new Map(Object.entries((w.ocopFinder.got[`facts-${number}`] || { of: {} }).of)));
      use(some.map((p, i) => of[i].get(c.slug(p))));
    };
    needed.forEach((number) =>
      page.fetched(`search-facts-${number}.${d.documentElement.lang}.js?${c.data.stamp}`, come, failed));
  }

  function fill(c, chosen, some, told) {
    const head = [
      row("photos", el("td"), ...some.map((p) => el("td", { role: "cell" }, page.shot(c, p)))),
      row("names", el("td"), ...some.map((p, i) => column(c, chosen, p, i))),
    ];
    table.parentNode.className = `wide compared of-${some.length}`;
    const rows = [
      [say.stars, some.map((p) => page.rank(c, p, true))],
      ...c.data.facts.names.map(([key, name]) => [name, told.map((each) => each[key] || "")]),
    ];
    const body = rows.filter(([, values]) => values.some((each) => text(each))).map(([name, values]) => {
      const same = new Set(values.map(text)).size === 1;
      return row(same ? "same" : "differs",
        el("th", { scope: "row", role: "rowheader" }, name),
        ...values.map((each) => el("td", { role: "cell" }, text(each) ? each : el("span", { class: "soft" }, el("span", { "aria-hidden": "true" }, "–"), el("span", { class: "unseen" }, say.unknown)))));
    });
    table.tHead.replaceChildren(...head);
    table.tBodies[0].replaceChildren(...body);
    alike.checked = alike.checked && body.some((row) => row.className === "differs");
    hide();
    done();
    page.cards(c, () => table.tHead.querySelectorAll("[role=cell]").forEach((each, i) => page.pictured(c, each, some[i])));
  }

  // Said aloud as a table also where a narrow screen lays it out otherwise.
  function row(kind, ...cells) {
    return el("tr", { class: kind, role: "row" }, ...cells);
  }

  // What a cell says, also where it says it by stars.
  function text(value) {
    if (typeof value === "string") return value;
    const drawn = value.querySelector("[aria-label]");
    return drawn ? drawn.getAttribute("aria-label") : value.textContent;
  }

  function column(c, chosen, p, i) {
    const others = chosen.filter((_, at) => at !== i).map(encodeURIComponent).join(",");
    return el("th", { scope: "col", role: "columnheader" },
      el("a", { class: "name", href: page.href(c, p) }, c.names[p]),
      chosen.length > 2 ? el("a", { class: "drop", href: `#${others}` }, say.drop, el("span", { class: "unseen" }, ` ${c.names[p]}`)) : null);
  }

  // The way back, below all that has come.
  function done() {
    box.querySelector("[data-back]").classList.add("shown");
  }

  function failed() {
    state.textContent = say.failed;
    done();
  }

  function hide() {
    table.classList.toggle("only", alike.checked);
  }

  alike.addEventListener("change", hide);
  box.querySelector("[data-print]").addEventListener("click", () => w.print());
  page.whole(start, failed);
})(document, window);
