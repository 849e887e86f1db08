// What is remembered, as answers in a store of its own.

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
