// Keeps a page of the preview fresh, and shows what is wrong. Everything shown is set as text.
(function () {
  "use strict";
  var me = document.currentScript.dataset;
  var run = me.run, since = Number(me.number), state = me.state;
  var source = null, token = "", host = null, root = null, latest = null, hidden = "";
  var PLACE = "ocop-serve-place", HIDDEN = "ocop-serve-hidden";

  function kept(key, value) {
    try {
      if (value === undefined) return sessionStorage.getItem(key);
      sessionStorage.setItem(key, value);
    } catch (error) { /* a browser that keeps nothing */ }
    return null;
  }

  // A page that is loaded again stands where it stood: what was opened, typed and scrolled to.
  function all(selector) { return Array.from(document.querySelectorAll(selector)); }
  var FIELDS = "input, select, textarea";
  function is_choice(field) { return field.type === "checkbox" || field.type === "radio"; }
  function reload() {
    var open = all("details").map(function (each) { return each.open; });
    var typed = all(FIELDS).map(function (each) {
      return is_choice(each) ? each.checked : each.type === "file" ? "" : each.value;
    });
    kept(PLACE, JSON.stringify([location.pathname, scrollX, scrollY, open, typed]));
    // A browser would go by what it finds before styles have come.
    history.scrollRestoration = "manual";
    location.reload();
  }
  function fill(typed) {
    var fields = all(FIELDS);
    if (fields.length !== typed.length) return;
    fields.forEach(function (field, index) {
      var key = is_choice(field) ? "checked" : "value";
      if (field.type === "file" || field[key] === typed[index]) return;
      field[key] = typed[index];
      ["input", "change"].forEach(function (name) {
        field.dispatchEvent(new Event(name, { bubbles: true }));
      });
    });
  }
  function stand() {
    try {
      var place = JSON.parse(kept(PLACE) || "null");
      if (place && place[0] === location.pathname) {
        var folds = all("details");
        if (folds.length === place[3].length) {
          folds.forEach(function (each, index) { each.open = place[3][index]; });
        }
        fill(place[4]);
        scrollTo({ left: place[1], top: place[2], behavior: "instant" });
      }
    } catch (error) { /* nothing kept */ }
    history.scrollRestoration = "auto";
    kept(PLACE, "null");
  }

  // Styles change in place: the page's own, and the sheets it links.
  function restyle() {
    fetch(location.href, { cache: "no-store" }).then(function (answer) {
      return answer.text();
    }).then(function (text) {
      var fresh = new DOMParser().parseFromString(text, "text/html").querySelectorAll("style");
      var own = document.querySelectorAll("style");
      if (fresh.length !== own.length) return reload();
      own.forEach(function (each, index) { each.textContent = fresh[index].textContent; });
      document.querySelectorAll("link[rel=stylesheet]").forEach(function (link) {
        var next = link.cloneNode();
        next.href = link.href.replace(/[?&]serve=\d+/, "") + "?serve=" + Date.now();
        next.onload = next.onerror = function () { link.remove(); };
        link.after(next);
      });
    }).catch(reload);
  }

  function make(name, parent, text, classes) {
    var made = document.createElement(name);
    if (text !== undefined && text !== null) made.textContent = text;
    if (classes) made.className = classes;
    if (parent) parent.append(made);
    return made;
  }

  function shelter() {
    if (root) return;
    host = make("ocop-serve", document.documentElement);
    root = host.attachShadow({ mode: "open" });
    var sheet = make("link");
    sheet.rel = "stylesheet";
    sheet.href = "/_serve/live.css";
    sheet.onload = function () { root.querySelector(".all").hidden = false; };
    root.append(sheet);
    make("div", root, null, "all").hidden = true;
  }

  function filled(text, number) { return text.replace("{n}", String(number)); }

  function counts(words, problems) {
    var errors = problems.filter(is_error).length;
    var told = [];
    if (errors) told.push(filled(words.errors, errors));
    if (problems.length > errors) told.push(filled(words.warnings, problems.length - errors));
    return told.join(" · ");
  }

  function opener(words, problem, parent) {
    var button = make("button", parent, words.open, "open");
    button.type = "button";
    button.onclick = function () {
      button.textContent = words.opened;
      fetch("/_serve/open", {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Serve-Token": token },
        body: JSON.stringify({ file: problem.file })
      }).then(function (answer) {
        if (!answer.ok) throw new Error(answer.status);
        setTimeout(function () { button.textContent = words.open; }, 2500);
      }).catch(function () { button.textContent = words.failed; });
    };
  }

  function row(words, problem, list) {
    var item = make("li", list, null, problem.severity);
    var head = make("p", item, null, "where");
    make("span", head, words[problem.severity], "badge");
    if (problem.file) {
      make("b", head, problem.file);
      make("span", head, filled(words.line, problem.line), "line");
    }
    if (problem.rule) make("code", head, problem.rule, "rule");
    make("p", item, problem.what, "what");
    if (problem.lines.length) {
      var lines = make("ol", item, null, "excerpt");
      lines.start = problem.first;
      lines.style.setProperty("--first", problem.first - 1);
      problem.lines.forEach(function (text, index) {
        var meant = problem.first + index === problem.line;
        make("li", lines, text || " ", meant ? "meant" : "");
      });
    }
    make("p", item, problem.cure, "cure");
    if (problem.opens && token) opener(words, problem, item);
  }

  function is_error(each) { return each.severity === "error"; }
  // What others break lies over no page that isn't made of it: it is counted in the corner.
  function is_urgent(each) { return is_error(each) && each.here; }

  function print() {
    return JSON.stringify(latest.problems);
  }

  function draw() {
    var words = latest.words, problems = latest.problems;
    if (!problems.length && !latest.reading && !root) return;
    shelter();
    var all = root.querySelector(".all"), scroll = 0, old = root.querySelector(".sheet");
    if (old) scroll = old.scrollTop;
    all.replaceChildren();
    all.lang = latest.language;
    if (latest.reading) make("p", all, latest.reading, "reading").setAttribute("role", "status");
    if (!problems.length) return;
    var errors = problems.some(is_error), urgent = problems.some(is_urgent);
    var open = urgent ? hidden !== print() : hidden === "open";
    if (!open) {
      var pill = make("button", all, counts(words, problems), errors ? "pill error" : "pill");
      pill.type = "button";
      pill.onclick = function () { remember(urgent ? "" : "open"); };
      return;
    }
    var sheet = make("section", all, null, "sheet");
    sheet.setAttribute("role", "alert");
    var top = make("header", sheet);
    make("h2", top, words.title);
    make("span", top, counts(words, problems), "counts");
    var away = make("button", top, words.hide, "hide");
    away.type = "button";
    away.onclick = function () { remember(urgent ? print() : ""); };
    var lead = urgent ? (latest.standing ? words.standing : words.nothing)
      : errors ? words.elsewhere : words.doubts;
    make("p", sheet, lead, "lead");
    var list = make("ul", sheet, null, "problems");
    problems.forEach(function (each) { row(words, each, list); });
    if (latest.more) make("p", sheet, filled(words.more, latest.more), "lead");
    sheet.scrollTop = scroll;
  }

  function remember(what) {
    hidden = what;
    kept(HIDDEN, what);
    draw();
  }

  function take(event) {
    latest = JSON.parse(event.data);
    token = latest.token;
    since = latest.number;
    var before = state;
    state = latest.state;
    if (latest.go) return location.assign(latest.go);
    if (latest.act === "reload" && before !== state) return reload();
    if (latest.act === "styles") restyle();
    draw();
    document.documentElement.dataset.serve = String(since);
  }

  // A page that nobody sees holds no connection: browsers have few for one server.
  function listen() {
    if (document.visibilityState === "hidden") {
      if (source) source.close();
      source = null;
      return;
    }
    if (source) return;
    source = new EventSource("/_serve/events?" + new URLSearchParams({
      page: location.pathname, state: state, since: String(since), run: run
    }));
    source.onmessage = take;
    source.onerror = function () {
      if (source && source.readyState === EventSource.CLOSED) {
        source = null;
        setTimeout(listen, 2000);
      }
    };
  }

  hidden = kept(HIDDEN) || "";
  addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !root || !root.querySelector(".sheet")) return;
    remember(latest.problems.some(is_urgent) ? print() : "");
  });
  document.addEventListener("DOMContentLoaded", stand);
  addEventListener("pagehide", function () { if (source) source.close(); source = null; });
  addEventListener("pageshow", listen);
  document.addEventListener("visibilitychange", listen);
  listen();
})();
