// Fetching, and one step at the end in which what was fetched is used.

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
      var other = jpeg && /\.avif$/.test(parts[3]); // whose size the list doesn't tell
      files.push({
        hash: parts[1],
        size: Math.round(parts[2] * (other ? HEAVIER : 1)),
        unsized: other,
        url: address(other ? parts[3].replace(/avif$/, "jpg") : parts[3]),
      });
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
    var hash = fits(got, file) ? file.hash : "";
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
      if (fits(got, file) || mode || mine.unlike >= FEW) return got;
      mine.unlike++;
      return ask(mine, file, tried, "reload").then(function (second) {
        if (fits(second, file)) mine.unlike--;
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

function fits(got, file) {
  return file.unsized || got.body.size === file.size;
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
