// What the buttons do.

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
