// The catalogue's page: one field, facets and an order over all products, with the state in the
// address. Until something is asked for, the page's own list stands.
(function (d, w) {
  "use strict";
  const page = w.ocopPage;
  const form = d.querySelector("form.finder");
  if (!page || !form) return;
  const { el, say, counted } = page;
  const $ = (name) => d.querySelector(`main [data-${name}]`);
  const input = form.q;
  const results = $("results");
  const own = $("own");
  const list = $("cards");
  const count = $("count");
  const hint = $("hint");
  const picked = $("picked");
  const panel = $("panel");
  const sheet = $("sheet");
  const order = $("order");
  const more = $("more");
  const apply = $("apply");
  const STEP = 24;
  const FIRST = 4;
  const SOME = 6;
  let c = null;
  let state = null;
  let shown = STEP;
  let found = null;
  let narrowed = [];
  let boxes = [];

  // ── The address ──────────────────────────────────────────────────────────────────────────────

  function read() {
    const said = new URLSearchParams(location.search);
    const chosen = c.choices.map((facet) => {
      const keys = new Set((said.get(facet.param) || "").split(",").filter(Boolean));
      const picks = new Set();
      if (keys.size) facet.titles.forEach((_, i) => keys.has(facet.key(i)) && picks.add(i));
      return picks;
    });
    const orders = Array.from(order.options, (each) => each.value);
    const asked = said.get(c.words.param_order) || "";
    return { query: said.get("q") || "", chosen, order: orders.includes(asked) ? asked : "" };
  }

  function write(step) {
    const said = [];
    const put = (key, value) => said.push(`${key}=${value}`);
    if (state.query.trim()) put("q", encodeURIComponent(state.query.trim()).replace(/%20/g, "+"));
    c.choices.forEach((facet, f) => {
      if (state.chosen[f].size) put(facet.param, Array.from(state.chosen[f], (i) => encodeURIComponent(facet.key(i))).join(","));
    });
    if (state.order) put(c.words.param_order, state.order);
    const address = location.pathname + (said.length ? `?${said.join("&")}` : "");
    if (address === location.pathname + location.search) return;
    // The browser's own limit on changes must not stop a search.
    try {
      history[step ? "pushState" : "replaceState"](null, "", address);
    } catch (_) {}
    const other = d.querySelector("a.switch");
    if (other) other.search = state.query.trim() ? `?q=${encodeURIComponent(state.query.trim())}` : "";
  }

  const active = () => state.query.trim() || state.order || state.chosen.some((each) => each.size);

  let painting = 0;
  function paint() {
    const turn = ++painting;
    const ids = narrowed.slice(0, shown);
    const first = ids.slice(0, FIRST).map((p) => page.card(c, p, found.hit));
    list.replaceChildren(...first);
    const rest = () => {
      if (turn !== painting) return;
      list.append(...ids.slice(FIRST).map((p) => page.card(c, p, found.hit)));
      more.hidden = narrowed.length <= shown;
      more.textContent = counted(c, "more", Math.min(STEP, narrowed.length - shown));
      const complete = (each, i) => page.pictured(c, each, narrowed[i]);
      if (ids.length) page.cards(c, () => turn === painting && Array.from(list.children).forEach(complete));
    };
    if (ids.length > FIRST) requestAnimationFrame(() => setTimeout(rest));
    else rest();
  }

  // ── Facets ───────────────────────────────────────────────────────────────────────────────────

  function box(facet, f) {
    const made = el("fieldset", { class: "facet" }, el("legend", null, facet.title));
    const ul = el("ul");
    const long = facet.titles.length > SOME + 2;
    const many = facet.titles.length > 40;
    const seek = many ? el("input", { type: "search", "aria-label": say(c, "seek", { facet: facet.title }), placeholder: say(c, "seek", { facet: facet.title }), autocomplete: "off" }) : null;
    const wider = long ? el("button", { type: "button", class: "wider", "aria-expanded": "false" }) : null;
    if (seek) made.append(seek);
    made.append(ul);
    if (wider) made.append(wider);
    const order = facet.titles.map((_, i) => i);
    // As many as these are sorted in no time; among thousands the few that show are whichever come first.
    if (!FIXED.has(facet.name) && order.length <= 500) order.sort((a, b) => BY_NAME.compare(facet.titles[a], facet.titles[b]));
    const own = { facet, f, made, ul, long, seek, wider, wide: false, order, place: [], lines: new Map() };
    order.forEach((i, at) => (own.place[i] = at));
    if (wider) wider.addEventListener("click", () => ((own.wide = !own.wide), fill(own)));
    if (seek) seek.addEventListener("input", () => fill(own));
    return own;
  }

  function line(own, i) {
    let made = own.lines.get(i);
    if (made) return made;
    const check = el("input", { type: "checkbox" });
    const number = el("span", { class: "n" });
    const li = el("li", null, el("label", null, check, el("span", null, own.facet.titles[i]), number));
    check.addEventListener("change", () => {
      if (check.checked) state.chosen[own.f].add(i);
      else state.chosen[own.f].delete(i);
      changed(true);
    });
    own.lines.set(i, (made = { li, check, number }));
    return made;
  }

  // The choices that are worth showing: those chosen, then by how many there are, then by name.
  function fill(own) {
    const counts = own.counts;
    const chosen = state.chosen[own.f];
    const asked = own.seek ? w.ocopFinder.folded(own.seek.value) : "";
    let some = own.order.filter((i) => chosen.has(i) || counts[i]);
    if (asked) some = own.order.filter((i) => w.ocopFinder.folded(own.facet.titles[i]).includes(asked)).slice(0, 30);
    const hidden = some.length - SOME;
    const short = own.long && !own.wide && !asked && hidden > 1;
    if (short) some = some.filter((i, at) => at < SOME || chosen.has(i));
    some = some.slice(0, 60);
    const lines = some.map((i) => {
      const { li, check, number } = line(own, i);
      check.checked = chosen.has(i);
      number.textContent = page.figure(c, counts[i]);
      li.classList.toggle("nil", !counts[i] && !chosen.has(i));
      return li;
    });
    if (lines.length !== own.ul.childNodes.length || lines.some((each, i) => own.ul.childNodes[i] !== each)) own.ul.replaceChildren(...lines);
    if (own.wider) {
      own.wider.hidden = Boolean(asked) || hidden < 2;
      own.wider.textContent = own.wide ? c.words.fewer : counted(c, "choices", Math.max(0, Math.min(60, some.length + hidden) - SOME));
      own.wider.setAttribute("aria-expanded", String(own.wide));
    }
    own.made.hidden = !own.ul.childNodes.length && !asked;
  }

  const FIXED = new Set(["valid", "star", "price", "fair"]);
  const BY_NAME = new Intl.Collator("vi", { numeric: true });

  function facets(counts, anew) {
    boxes.forEach((own) => {
      own.counts = counts[own.f];
      if (anew && !FIXED.has(own.facet.name)) own.order.sort((a, b) => own.counts[b] - own.counts[a] || own.place[a] - own.place[b]);
      fill(own);
    });
  }

  // ── Putting it together ──────────────────────────────────────────────────────────────────────

  function chips() {
    const made = [];
    c.choices.forEach((facet, f) => state.chosen[f].forEach((i) => {
      const chip = el("button", { type: "button", class: "chip", "aria-label": say(c, "remove", { name: facet.titles[i] }) }, facet.titles[i], el("span", { "aria-hidden": "true" }, "×"));
      chip.addEventListener("click", () => {
        state.chosen[f].delete(i);
        changed(true);
        (picked.querySelector("button") || input).focus();
      });
      made.push(el("li", null, chip));
    }));
    if (made.length > 1 || (made.length && state.query)) {
      const clear = el("button", { type: "button", class: "chip clear" }, c.words.clear);
      clear.addEventListener("click", () => {
        state.chosen.forEach((each) => each.clear());
        changed(true);
        input.focus();
      });
      made.push(el("li", null, clear));
    }
    picked.replaceChildren(...made);
    picked.hidden = !made.length;
    const many = state.chosen.reduce((sum, each) => sum + each.size, 0);
    $("many").textContent = many ? ` (${many})` : "";
  }

  function told() {
    const query = state.query.trim();
    const n = narrowed.length;
    count.textContent = n || !found.ids.length
      ? query ? (n ? counted(c, "found", n, { query }) : say(c, "none", { query })) : counted(c, "all", n)
      : c.words.none_chosen;
    const note = n && query ? page.how(c, query, found) : "";
    const parts = note ? [note] : [];
    if (found.suggestion) {
      const again = el("a", { href: `?q=${encodeURIComponent(found.suggestion)}` }, found.suggestion);
      again.addEventListener("click", (event) => {
        event.preventDefault();
        input.value = state.query = found.suggestion;
        changed(true, true);
        input.focus();
      });
      parts.push(`${c.words.meant} `, again, "?");
    }
    hint.replaceChildren(...parts);
    hint.hidden = !parts.length;
    apply.textContent = counted(c, "show", n);
  }

  // Where nothing is found: advice, and the ways into the shorter lists.
  function nothing() {
    const none = active() && !narrowed.length;
    $("nothing").hidden = !none;
    $("browse").classList.toggle("without", Boolean(none));
    $("browse").classList.toggle("empty", Boolean(none) && !state.chosen.some((each) => each.size));
  }

  // Shows what the state asks for; `anew` where the query changed and choices may change places.
  function show(anew, keep) {
    const query = state.query.trim();
    const use = (answer) => {
      if (query !== state.query.trim()) return;
      found = answer;
      const { ids, counts } = w.ocopFinder.narrow(c, found.ids, state.chosen);
      narrowed = state.order ? w.ocopFinder.ordered(c, ids, orders[state.order]) : ids;
      if (!keep) shown = STEP;
      results.hidden = !active();
      own.hidden = !results.hidden;
      form.classList.toggle("searching", !results.hidden);
      nothing();
      order.options[0].textContent = query ? c.words.order_best : c.words.order_lists;
      order.value = state.order;
      if (active()) paint();
      else painting++, list.replaceChildren();
      told();
      chips();
      // Letters typed fast need not wait for numbers beside choices.
      clearTimeout(show.later);
      show.later = setTimeout(() => facets(counts(), anew), anew && boxes.length && boxes[0].counts ? 60 : 0);
    };
    if (query) page.find(c, query, use);
    else use({ ids: c.every || (c.every = w.ocopFinder.all(c)), how: "words", words: [], hit: () => [] });
  }

  function changed(step, anew) {
    write(step);
    show(anew);
  }

  const orders = {};

  function start(catalogue) {
    c = catalogue;
    Array.from(order.options).forEach((each) => (orders[each.value] = each.dataset.order));
    boxes = c.choices.map(box).filter((each) => each.facet.titles.length > (each.facet.name === "valid" || each.facet.name === "fair" ? 0 : 1));
    panel.replaceChildren(...boxes.map((each) => each.made));
    const typed = input.value;
    state = read();
    if (typed && typed !== state.query) state.query = typed;
    input.value = state.query;
    order.disabled = false;
    const past = history.state || {};
    if (past.shown) shown = past.shown;
    show(true, Boolean(past.shown));
    if (past.y) setTimeout(() => scrollTo(0, past.y), 60);
    if (!state.query) w.ocopFinder.warm(c);
    if (d.activeElement === input) w.ocopFinder.ready(c);
  }

  let begun = false;
  function begin() {
    if (begun) return;
    begun = true;
    page.whole(start, () => {
      begun = false;
      hint.hidden = false;
      hint.textContent = form.dataset.failed;
    });
  }

  let saying = 0;
  input.addEventListener("input", () => {
    begin();
    if (!c) return;
    state.query = input.value;
    show(true);
    clearTimeout(saying);
    saying = setTimeout(() => write(false), 300);
  });
  input.addEventListener("focus", () => (begin(), c && w.ocopFinder.ready(c)));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && input.value) {
      event.preventDefault();
      input.value = "";
      input.dispatchEvent(new Event("input"));
    } else if (event.key === "ArrowDown") {
      const first = d.querySelector(results.hidden ? "[data-own] .card a" : "[data-cards] .card a");
      if (first) event.preventDefault(), first.focus();
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    begin();
    if (c) write(true);
    input.blur();
  });
  // From card to card by arrows, as in a list.
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const links = Array.from(list.querySelectorAll(".card a"));
    const next = links.indexOf(d.activeElement) + step;
    event.preventDefault();
    (links[next] || (next < 0 ? input : links[links.length - 1])).focus();
  });
  order.addEventListener("change", () => ((state.order = order.value), changed(true)));
  more.addEventListener("click", () => {
    const next = shown;
    shown += STEP;
    const ids = narrowed.slice(next, shown);
    list.append(...ids.map((p) => page.card(c, p, found.hit)));
    more.hidden = narrowed.length <= shown;
    more.textContent = counted(c, "more", Math.min(STEP, Math.max(0, narrowed.length - shown)));
    const link = list.children[next] && list.children[next].querySelector("a");
    if (link) link.focus();
  });
  $("anew").addEventListener("click", () => {
    state.chosen.forEach((each) => each.clear());
    input.value = state.query = state.order = "";
    changed(true, true);
    input.focus();
  });
  apply.addEventListener("click", () => {
    sheet.open = false;
    sheet.querySelector("summary").focus();
  });
  sheet.addEventListener("toggle", () => sheet.open && begin());
  // Beside the sheet lies the page's own shade: a touch there closes it, and so does leaving it.
  sheet.addEventListener("click", (event) => event.target === sheet && !wide.matches && apply.click());
  sheet.addEventListener("focusout", (event) => {
    const to = event.relatedTarget;
    if (sheet.open && to && !sheet.contains(to) && !wide.matches) sheet.open = false;
  });
  sheet.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !wide.matches) apply.click();
  });
  const wide = w.matchMedia("(min-width: 62rem)");
  const fit = () => (sheet.open = wide.matches);
  if (wide.addEventListener) wide.addEventListener("change", fit);
  addEventListener("popstate", () => {
    if (!c) return;
    state = read();
    input.value = state.query;
    show(true);
  });
  addEventListener("pagehide", () => {
    if (c && active()) history.replaceState({ shown, y: w.scrollY }, "");
  });

  // The catalogue is needed at once where the address asks something; else it waits until the page
  // is there, and where data is dear until somebody asks.
  if (location.hash === "#q") input.focus(); // who pressed “/” on a product's page
  if (location.search.length > 1) begin();
  else if (!(navigator.connection || {}).saveData) {
    const later = () => setTimeout(begin, 200);
    if (d.readyState === "complete") later();
    else addEventListener("load", later);
  }
})(document, window);
