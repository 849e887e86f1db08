// Keeps the whole catalogue on the device: fetched four files at a time, used when it is complete,
// renewed by what changed. What was fetched stays when it is stopped, and need not be fetched again.
// The service worker (sw.js) answers from what is kept here when there is no network.
(function () {
  "use strict";
  var keeper = document.querySelector("[data-keeper]");
  if (!keeper) return;
  var say = keeper.dataset;
  var form = keeper.querySelector("form");
  var bar = form.querySelector("progress");
  var state = form.querySelector("[data-state]");
  var ROOT = new URL("../", document.currentScript.src).href;
  var OWN = "@" + new URL(ROOT).pathname;
  var STATE = "ocop-state" + OWN; // what is kept, and what is being fetched: see recall()
  var TIERS = ["pages", "480", "800"];
  var ENDING = "-" + say.language + OWN;
  var AT_ONCE = 4;
  var TRIES = 3;
  var listing = null; // of the site as it is now
  var run = null; // what is being fetched: { wanted, stop }

  showLacking();
  showSeen();
  if (!/^http/.test(location.protocol)) return show("ofFile");
  if (!("serviceWorker" in navigator) || !window.caches || !window.isSecureContext) {
    return show("unable");
  }
  form.hidden = false;
  form.addEventListener("click", function (event) {
    var what = event.target.closest("[data-do]");
    if (what) verbs[what.dataset.do]();
  });
  addEventListener("online", function () {
    if (run && run.waits) resume();
  });
  start();

  var verbs;
  function start() {
    verbs = { get: get, renew: renew, pause: pause, resume: resume, cancel: cancel, remove: remove };
    state.textContent = say.looking;
    Promise.all([look(), recall("kept"), recall("next")]).then(function (found) {
      listing = found[0];
      if (listing) sizes();
      else state.textContent = say.unsure;
      rest(found[1], found[2]);
    });
  }

  function show(what) {
    keeper.querySelector("[data-" + what.replace(/[A-Z]/g, "-$&").toLowerCase() + "]").hidden = false;
  }

  // ---- what is told

  function mb(bytes) {
    var number = (bytes / 1e6).toLocaleString(say.language, {
      maximumFractionDigits: bytes < 1e7 ? 1 : 0,
    });
    return say.mb.replace("{n}", number);
  }

  function sizes() {
    var sum = 0;
    TIERS.forEach(function (tier) {
      sum += listing.tiers[tier][1];
      form.querySelector('[data-size="' + tier + '"]').textContent = mb(sum);
    });
  }

  function tiers(upTo) {
    return TIERS.slice(0, TIERS.indexOf(upTo) + 1);
  }

  function buttons(names) {
    form.querySelectorAll("[data-do]").forEach(function (button) {
      var had = button === document.activeElement;
      button.hidden = names.indexOf(button.dataset.do) < 0;
      // Whoever pressed a button that goes away stands at the next one, not at the page's beginning.
      if (had && button.hidden) {
        requestAnimationFrame(function () {
          var next = form.querySelector("[data-do]:not([hidden])");
          if (next) next.focus();
        });
      }
    });
    form.dataset.is = names.indexOf("remove") >= 0 ? "kept" : "";
    form.querySelector("fieldset").disabled = names.indexOf("pause") >= 0 || !listing;
    // A screen reader hears when something begins, ends or stops, and not of every file.
    state.setAttribute("aria-live", names.indexOf("pause") < 0 ? "polite" : "off");
  }

  // Nothing is being fetched: what is kept, and what was begun.
  function rest(kept, next) {
    run = null;
    form.onchange = null;
    bar.hidden = !next;
    if (next) {
      choose(next.tier);
      progress(next.done || 0, next.bytes || 1, say.paused);
      return buttons(["resume", "cancel"]);
    }
    if (!kept) {
      if (listing) state.textContent = say.noneYet;
      return buttons(listing ? ["get"] : []);
    }
    choose(kept.tier);
    var day = new Date(kept.at).toLocaleDateString(say.language);
    var newer = listing && listing.version !== kept.version;
    state.textContent = (newer ? say.keptNewer : say.kept)
      .replace("{day}", day)
      .replace("{size}", mb(kept.bytes));
    buttons((newer ? ["renew"] : []).concat("remove"));
    form.onchange = function () {
      var other = form.elements.tier.value !== kept.tier;
      buttons((other ? ["get"] : newer ? ["renew"] : []).concat("remove"));
    };
  }

  function choose(tier) {
    form.querySelector('[value="' + tier + '"]').checked = true;
  }

  function progress(done, all, words) {
    bar.value = Math.min(1, done / all);
    var said = words.replace("{done}", mb(done)).replace("{all}", mb(all));
    if (state.textContent !== said) state.textContent = said;
  }

  // ---- what the buttons do

  function get() {
    fill(form.elements.tier.value);
  }

  function renew() {
    recall("kept").then(function (kept) {
      fill(kept.tier);
    });
  }

  function resume() {
    recall("next").then(function (next) {
      if (next) fill(next.tier);
    });
  }

  function pause() {
    halt(say.paused);
  }

  function halt(words, waits) {
    if (!run) return;
    var was = run;
    was.stop.abort();
    was.over = true;
    remember("next", { tier: was.tier, store: was.store, done: was.done, bytes: was.bytes }).then(
      function () {
        if (run !== was) return;
        progress(was.done, was.bytes, words);
        buttons(["resume", "cancel"]);
        run.waits = waits;
      },
    );
  }

  function cancel() {
    if (run) {
      run.stop.abort();
      run.over = true;
    }
    remember("next", null).then(sweep).then(function () {
      return recall("kept");
    }).then(function (kept) {
      rest(kept, null);
    });
  }

  function remove() {
    remember("kept", null).then(sweep).then(function () {
      rest(null, null);
    });
  }

  // Stores of this language that nothing speaks of any more go.
  function sweep() {
    return Promise.all([recall("kept"), recall("next"), caches.keys()]).then(function (found) {
      var used = [found[0], found[1]].map(function (each) { return each && each.store; });
      return Promise.all(found[2].filter(function (name) {
        var whole = name.indexOf("ocop-all-") === 0 && name.slice(-ENDING.length) === ENDING;
        return whole && used.indexOf(name) < 0;
      }).map(function (name) { return caches.delete(name); }));
    });
  }

  // ---- fetching

  function fill(tier) {
    var mine = (run = { tier: tier, stop: new AbortController(), done: 0, bytes: 1 });
    bar.hidden = false;
    buttons(["pause", "cancel"]);
    state.textContent = say.looking;
    look()
      .then(function (found) {
        if (!found) throw new Lost();
        listing = found;
        sizes();
        return prepare(mine, found);
      })
      .then(function (work) {
        return spread(mine, work);
      })
      .then(look)
      .then(function (again) {
        // A site that was published anew in between: what is still right stays.
        if (mine.over) return;
        if (!again) throw new Lost();
        if (again.version !== listing.version) return fill(tier);
        return settle(mine);
      })
      .catch(function (error) {
        if (mine.over || run !== mine) return;
        if (error instanceof Lost) return halt(say.noNetwork, true);
        halt(error && error.name === "QuotaExceededError" ? say.noRoom : say.failed);
      });
  }

  function Lost() {}

  // What is to be fetched; what an earlier store has with the same hash is taken over.
  function prepare(mine, found) {
    var files = [];
    tiers(mine.tier).forEach(function (tier) {
      found.files[tier].forEach(function (line) {
        var parts = /^(\S+) (\d+) (.*)$/.exec(line);
        files.push({ hash: parts[1], size: +parts[2], url: address(parts[3]) });
      });
    });
    mine.version = found.version;
    mine.bytes = files.reduce(function (sum, each) { return sum + each.size; }, 0);
    mine.store = "ocop-all-" + found.version + "-" + mine.tier + ENDING;
    return Promise.all([recall("kept"), recall("next"), room(mine.bytes)]).then(function (known) {
      var old = [known[1], known[0]].filter(function (each) { return each && each.store !== mine.store; });
      return remember("next", { tier: mine.tier, store: mine.store, done: 0, bytes: mine.bytes })
        .then(function () { return caches.open(mine.store); })
        .then(function (store) {
          return have(store).then(function (here) {
            return Promise.all(old.map(function (each) { return caches.open(each.store); }))
              .then(function (stores) {
                return Promise.all(stores.map(have)).then(function (hashes) {
                  return { files: files, store: store, here: here, stores: stores, hashes: hashes };
                });
              });
          });
        });
    });
  }

  // A page may be asked for with and without its index.html; it is kept under its folder.
  function address(path) {
    var encoded = path.split("/").map(encodeURIComponent).join("/");
    return ROOT + encoded.replace(/(^|\/)index\.html$/, "$1");
  }

  // The hash of each file that a store has, by address.
  function have(store) {
    return store.keys().then(function (requests) {
      return Promise.all(requests.map(function (request) {
        return store.match(request).then(function (found) {
          return [request.url, found.headers.get("x-hash")];
        });
      })).then(function (pairs) { return new Map(pairs); });
    });
  }

  function room(bytes) {
    var storage = navigator.storage || {};
    if (storage.persist) storage.persist().catch(function () {});
    if (!storage.estimate) return null;
    return storage.estimate().then(function (found) {
      if (found.quota && found.quota - found.usage < bytes * 1.1) {
        throw new DOMException("", "QuotaExceededError");
      }
    });
  }

  function spread(mine, work) {
    var waiting = work.files.filter(function (each) {
      var has = work.here.get(each.url) === each.hash;
      if (has) mine.done += each.size;
      return !has;
    });
    progress(mine.done, mine.bytes, say.getting);
    function one() {
      var file = waiting.shift();
      if (!file || mine.over) return null;
      return take(mine, work, file).then(function () {
        mine.done += file.size;
        if (!mine.over) progress(mine.done, mine.bytes, say.getting);
        return one();
      });
    }
    var lanes = [];
    for (var i = 0; i < AT_ONCE; i++) lanes.push(one());
    return Promise.all(lanes);
  }

  function take(mine, work, file) {
    var at = work.hashes.findIndex(function (each) { return each.get(file.url) === file.hash; });
    var found = at < 0 ? ask(mine, file.url, 1) : work.stores[at].match(file.url);
    return found.then(function (answer) {
      return answer.blob().then(function (body) {
        return work.store.put(file.url, new Response(body, {
          headers: {
            "content-type": answer.headers.get("content-type") || "",
            "x-hash": file.hash,
            "x-kept-at": new Date().toISOString(),
          },
        }));
      });
    });
  }

  function ask(mine, url, tried) {
    return fetch(url, { cache: "no-cache", signal: mine.stop.signal }).then(
      function (answer) {
        if (answer.ok) return answer;
        if (tried < TRIES && answer.status >= 500) return later(tried).then(again);
        throw new Error(url + ": " + answer.status);
      },
      function (error) {
        if (mine.over) throw error;
        if (tried < TRIES && navigator.onLine) return later(tried).then(again);
        throw new Lost();
      },
    );
    function again() {
      return ask(mine, url, tried + 1);
    }
  }

  function later(tried) {
    return new Promise(function (go) { setTimeout(go, 500 * tried * tried); });
  }

  // The new store is complete: from this one entry on the service worker answers from it.
  function settle(mine) {
    var kept = {
      store: mine.store, version: mine.version, tier: mine.tier, bytes: mine.bytes,
      at: new Date().toISOString(),
    };
    return remember("kept", kept)
      .then(function () { return remember("next", null); })
      .then(sweep)
      .then(function () { rest(kept, null); });
  }

  function look() {
    return fetch(say.listing, { cache: "no-cache" })
      .then(function (answer) { return answer.ok && !answer.headers.get("x-kept-at") ? answer.json() : null; })
      .catch(function () { return null; });
  }

  // ---- what is remembered, as answers in a store of its own

  function recall(name) {
    return caches.open(STATE)
      .then(function (store) { return store.match(key(name)); })
      .then(function (found) { return found ? found.json() : null; })
      .catch(function () { return null; });
  }

  function key(name) {
    return ROOT + name + "." + say.language;
  }

  function remember(name, value) {
    return caches.open(STATE).then(function (store) {
      if (value === null) return store.delete(key(name));
      return store.put(key(name), new Response(JSON.stringify(value)));
    });
  }

  // ---- the page that was wanted and is not here; those that were seen and are

  function showLacking() {
    var wanted = new URLSearchParams(location.search).get("from");
    var box = document.querySelector("[data-lacking]");
    if (wanted === null || !box) return;
    var url = new URL(wanted, ROOT);
    if (url.href.indexOf(ROOT) !== 0) return; // an address that somebody made up
    box.hidden = false;
    box.querySelector("[data-again]").href = url.href;
    keeper.before(document.querySelector("[data-seen]"));
    addEventListener("online", function () { location.replace(url.href); });
  }

  function showSeen() {
    var box = document.querySelector("[data-seen]");
    var here = location.origin + location.pathname;
    if (!box || !window.caches || !/^http/.test(location.protocol)) return;
    caches.open("ocop-1" + OWN).then(function (store) {
      return store.keys().then(function (requests) {
        var pages = requests.filter(function (each) { return /\/$/.test(each.url) && each.url !== here; }).reverse().slice(0, 48);
        return Promise.all(pages.map(function (request) {
          return store.match(request)
            .then(function (found) { return found.text(); })
            .then(function (html) { return [request.url, title(html)]; });
        }));
      });
    }).then(function (found) {
      var list = box.querySelector("ul");
      found.filter(function (each) { return each[1]; }).forEach(function (each) {
        var link = document.createElement("a");
        link.href = each[0];
        link.textContent = each[1];
        list.appendChild(document.createElement("li")).appendChild(link);
      });
      box.hidden = !list.children.length;
    }).catch(function () {});
  }

  function title(html) {
    var found = new DOMParser().parseFromString(html, "text/html").querySelector("h1");
    return found ? found.textContent : "";
  }
})();
