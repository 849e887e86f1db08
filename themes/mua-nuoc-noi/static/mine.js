// The visitor's own list, or one that somebody shared: its codes stand in the address after “#”, where
// no host sees them. Shown from the catalogue in columns, so that it opens without a network too.
(function (d, w) {
  "use strict";
  const box = d.querySelector("[data-mine]");
  const page = w.ocopPage;
  const kept = w.ocopList;
  if (!box || !page || !kept) return;
  const { el } = page;
  const say = box.dataset;
  const $ = (name) => box.querySelector(`[data-${name}]`);
  const MOST = 4;
  let c = null;
  let chosen = new Set();
  let present = []; // those of the list that the catalogue has
  const title = d.querySelector("h1");
  const own = title.textContent;
  const about = d.querySelector(".headline .lede");
  const said = about.textContent;

  const shared = () => page.named().slice(0, 60);
  const ids = () => (shared().length ? shared() : kept.read());

  function start(catalogue) {
    c = catalogue;
    c.at = new Map();
    for (let p = 0; p < c.count; p++) {
      c.at.set(c.slug(p), p);
      if (c.codes[p]) c.at.set(c.codes[p], p);
    }
    const fairs = c.data.fairs.filter((each) => each.booths.length && each.until >= c.day);
    $("order").replaceChildren(new Option(say.asKept, ""), ...fairs.map((each) => new Option(say.byBooth.replace("{fair}", () => each.name), each.key)));
    $("order").parentNode.hidden = !fairs.length;
    show();
  }

  function show() {
    if (!c) return;
    const all = ids();
    const found = all.map((id) => ({ id, p: c.at.get(id) }));
    const here = found.filter((each) => each.p !== undefined);
    const foreign = shared().length > 0;
    present = here.map((each) => each.id);
    title.textContent = foreign ? say.sharedTitle : own;
    about.textContent = foreign ? say.shared : said;
    d.documentElement.classList.toggle("bare", !all.length);
    $("tools").hidden = !here.length;
    $("from").hidden = !foreign;
    $("clear").hidden = foreign;
    $("gone").hidden = found.length === here.length;
    $("gone").textContent = say.goneSome.replace("{codes}", () => found.filter((each) => each.p === undefined).map((each) => each.id).join(", "));
    $("count").textContent = here.length ? page.counted(c, "all", here.length) : "";
    chosen = new Set([...chosen].filter((id) => present.includes(id)));
    $("groups").replaceChildren(...grouped(here).map(([name, some]) => group(name, some)));
    compared();
    if (here.length) page.cards(c, () => $("groups").querySelectorAll(".card").forEach((each) => page.pictured(c, each, c.at.get(each.dataset.slug))));
    if ($("sharing").open) share();
  }

  // By booth of the chosen fair, in the fair's own order; those that no booth has come last.
  function grouped(here) {
    const fair = c.data.fairs.find((each) => each.key === $("order").value);
    if (!fair) return here.length ? [["", here]] : [];
    const groups = fair.booths.map((booth) => {
      const at = new Set(w.ocopFinder.rising(booth.of));
      return [booth.name, here.filter((each) => at.has(each.p))];
    });
    const placed = new Set(groups.flatMap(([, some]) => some.map((each) => each.id)));
    groups.push([say.nowhere, here.filter((each) => !placed.has(each.id))]);
    return groups.filter(([, some]) => some.length);
  }

  function group(name, some) {
    return el("section", null, el("h2", name ? null : { class: "unseen" }, name || title.textContent), el("ul", { class: "cards" }, ...some.map(card)));
  }

  function card({ id, p }) {
    const check = el("input", { type: "checkbox", "aria-label": `${say.pick}: ${c.names[p]}`, checked: chosen.has(id) ? "" : null });
    check.addEventListener("change", () => {
      if (check.checked) chosen.add(id);
      else chosen.delete(id);
      compared();
    });
    return page.card(c, p, null, el("label", { class: "pick" }, check, " ", say.pick));
  }

  // What is compared: those that were picked, or all of a short list.
  function compared() {
    const picked = chosen.size ? [...chosen] : present;
    const fits = picked.length > 1 && picked.length <= MOST;
    const way = $("compare");
    way.hidden = !fits;
    way.href = `${way.dataset.base}#${picked.map(encodeURIComponent).join(",")}`;
    way.textContent = say.compared.replace("{n}", picked.length);
    $("advice").hidden = fits || present.length < 2;
  }

  // An address that opens on other devices, also where this page was opened from a file.
  function address() {
    const canonical = d.querySelector("[rel=canonical]").href;
    const base = /^http/.test(location.protocol) ? location.origin + location.pathname : canonical;
    return `${base}#${ids().map(encodeURIComponent).join(",")}`;
  }

  function share() {
    const link = address();
    $("link").value = link;
    page.fetched("qr.js", () => {
      const code = w.ocopQr.drawn(link, say.code);
      $("code").replaceChildren(...(code ? [code] : []));
    });
  }

  $("order").addEventListener("change", show);
  $("sharing").addEventListener("toggle", () => $("sharing").open && share());
  $("copy").addEventListener("click", () => {
    const told = () => ($("copied").textContent = say.copied);
    if (navigator.share && matchMedia("(pointer: coarse)").matches) {
      navigator.share({ title: d.title, url: address() }).catch(() => {});
    } else if (navigator.clipboard) navigator.clipboard.writeText(address()).then(told, () => $("link").select());
    else $("link").select();
  });
  $("print").addEventListener("click", () => w.print());
  $("clear").addEventListener("click", () => {
    const before = kept.read();
    kept.write([]);
    $("undone").hidden = false;
    $("undo").focus();
    $("undo").onclick = () => {
      kept.write(before);
      $("undone").hidden = true;
      $("clear").focus();
    };
  });
  $("take").addEventListener("click", () => {
    const list = kept.read();
    kept.write(list.concat(shared().filter((id) => c.at.has(id) && !list.includes(id))));
    location.hash = "";
  });
  d.addEventListener("ocop-list", show);
  w.addEventListener("hashchange", show);
  if (d.documentElement.classList.contains("kiosk")) $("sharing").open = true; // to take it along
  page.whole(start, () => ($("count").textContent = say.failed));
})(document, window);
