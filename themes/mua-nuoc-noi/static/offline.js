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
  var FEW = 4; // so many pages that are not as listed, and the host changes what it serves
  var listing = null; // of the site as it is now
  var run = null; // what is being fetched: { tier, stop, done, bytes }
  var busy = Promise.resolve(); // until what this page fetched last has ended

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
    alone(null, function () {
      return Promise.all([look(), recall("kept"), recall("next")]);
    }).then(function (found) {
      if (!found) return;
      listing = found[0];
      if (listing && !listing.tiers[TIERS[0]][0]) {
        form.hidden = true;
        return show("preview");
      }
      if (listing) sizes();
      else state.textContent = say.unsure;
      rest(found[1], found[2]);
    });
  }

  // Two windows that fetch would clear away each other's stores: one does, and the other waits.
  function alone(mine, work) {
    if (!navigator.locks) return work();
    return navigator.locks.request("ocop-fetch" + ENDING, { ifAvailable: true }, function (lock) {
      return lock ? work() : elsewhere(mine);
    });
  }

  function elsewhere(mine) {
    if (run !== mine) return;
    run = null;
    bar.hidden = true;
    form.onchange = null;
    state.textContent = say.elsewhere;
    buttons([]);
    navigator.locks.request("ocop-fetch" + ENDING, none).then(start);
  }

  function none() {
    return null;
  }

  function show(what) {
    keeper.querySelector("[data-" + what.replace(/[A-Z]/g, "-$&").toLowerCase() + "]").hidden = false;
  }

  // ---- what is told

  function mb(bytes) {
    var large = bytes >= 1e9;
    var number = (bytes / (large ? 1e9 : 1e6)).toLocaleString(say.language, {
      maximumFractionDigits: large || bytes < 1e7 ? 1 : 0,
    });
    return (large ? say.gb : say.mb).replace("{n}", number);
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

  // What is told waits until nothing writes into the store any more.
  function pause() {
    var was = stop();
    busy.then(function () { if (was) halt(was, say.paused); });
  }

  function stop() {
    if (run) {
      run.stop.abort();
      run.over = true;
    }
    return run;
  }

  function halt(was, words, waits) {
    if (run !== was) return;
    was.stop.abort();
    was.over = true;
    var known = { tier: was.tier, store: was.store, done: was.done, bytes: was.bytes };
    // A device without room may not keep even that.
    remember("next", known).catch(none).then(function () {
      if (run !== was) return;
      progress(was.done, was.bytes, words);
      buttons(["resume", "cancel"]);
      run.waits = waits;
    });
  }

  function cancel() {
    stop();
    busy.then(function () {
      return remember("next", null);
    }).then(sweep).then(function () {
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
    var mine = begun(tier);
    busy = busy.then(function () {
      return alone(mine, function () { return fetched(mine); });
    });
  }

  function begun(tier) {
    run = { tier: tier, stop: new AbortController(), done: 0, bytes: 1, unlike: 0 };
    bar.hidden = false;
    form.onchange = null;
    buttons(["pause", "cancel"]);
    state.textContent = say.looking;
    return run;
  }

  function fetched(mine) {
    return look(mine)
      .then(function (found) {
        if (mine.over) throw new Error();
        if (!found) throw new Lost();
        listing = found;
        sizes();
        mine.version = found.version;
        return read(say.files, mine);
      })
      .then(function (found) {
        if (mine.over || (found && found.version !== mine.version)) throw new Error();
        if (!found) throw new Lost();
        return prepare(mine, found);
      })
      .then(function (work) {
        return spread(mine, work);
      })
      .then(function () { return look(mine); })
      .then(function (again) {
        if (mine.over) return;
        if (!again) throw new Lost();
        return again.version === mine.version ? settle(mine) : anew(mine);
      })
      .catch(function (error) {
        if (mine.over || run !== mine) return;
        if (error instanceof Lost) return halt(mine, say.noNetwork, true);
        if (error && error.name === "QuotaExceededError") return halt(mine, say.noRoom);
        // A file that is gone may be one that the site has no more.
        return look(mine).then(function (again) {
          if (mine.over) return;
          if (again && again.version !== mine.version) return anew(mine);
          halt(mine, say.failed);
        });
      });
  }

  // A site that was published anew in between: what is still right stays.
  function anew(mine) {
    if (run !== mine) return null;
    stop();
    return fetched(begun(mine.tier));
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
    mine.bytes = files.reduce(function (sum, each) { return sum + each.size; }, 0);
    mine.store = "ocop-all-" + found.version + "-" + mine.tier + ENDING;
    return Promise.all([recall("kept"), recall("next")]).then(function (known) {
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
    return Promise.resolve(room(mine.bytes - mine.done)).then(function () {
      var lanes = [];
      for (var i = 0; i < AT_ONCE; i++) lanes.push(one());
      return Promise.all(lanes);
    });
  }

  function take(mine, work, file) {
    var at = work.hashes.findIndex(function (each) { return each.get(file.url) === file.hash; });
    var found = at < 0 ? ask(mine, file, 1) : work.stores[at].match(file.url).then(whole);
    return found.then(function (got) {
      // What is not as it was listed is asked for again with the next change.
      var hash = got.body.size === file.size ? file.hash : "";
      return work.store.put(file.url, new Response(got.body, {
        headers: { "content-type": got.type, "x-hash": hash, "x-kept-at": new Date().toISOString() },
      }));
    });
  }

  function whole(answer) {
    return answer.blob().then(function (body) {
      return { body: body, type: answer.headers.get("content-type") || "" };
    });
  }

  // A file with its type. One that breaks off is asked for again, and so is one that has another size
  // than was listed: it may have been cut short, or stem from before the list.
  function ask(mine, file, tried, mode) {
    return fetch(file.url, { cache: mode || "no-cache", signal: mine.stop.signal })
      .then(function (answer) {
        if (answer.ok) return whole(answer);
        throw Object.assign(new Error(file.url), { status: answer.status });
      })
      .then(function (got) {
        if (got.body.size === file.size || mode || mine.unlike >= FEW) return got;
        mine.unlike++;
        return ask(mine, file, tried, "reload").then(function (second) {
          if (second.body.size === file.size) mine.unlike--;
          return second;
        });
      })
      .catch(function (error) {
        if (mine.over || (error.status && error.status < 500) || error instanceof Lost) throw error;
        if (!error.status && !navigator.onLine) throw new Lost();
        if (tried < TRIES) return later(tried).then(function () { return ask(mine, file, tried + 1, mode); });
        throw error.status ? error : new Lost();
      });
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
    return caches.has(mine.store)
      .then(function (here) {
        if (!here) throw new Error(); // cleared away meanwhile
        return remember("kept", kept);
      })
      .then(function () { return remember("next", null); })
      .then(sweep)
      .then(function () { rest(kept, null); });
  }

  function look(mine) {
    return read(say.listing, mine);
  }

  function read(url, mine) {
    return fetch(url, { cache: "no-cache", signal: mine && mine.stop.signal })
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
