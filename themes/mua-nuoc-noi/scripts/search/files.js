// What files hand over, and what is handed out.

const waiting = [];
const got = {};

// Files call this with what they hold.
window.ocopSearch = function (data) {
  const key = data.part === "stories" ? `stories-${data.shelf}` : data.part;
  got[key] = data;
  waiting.filter((each) => each.key === key).forEach((each) => each.use(data));
};

window.ocopFinder = {
  word, tokens, folded, undone, sound, unpack, find, narrow, ordered, suggestion, shelf, shelved, rising, pictures, warm, ready, today, got,
  all: (c) => ordered(c, Array.from({ length: c.count }, (_, p) => p), "stars"),
  // Calls back once a file has handed over its part, with what it holds.
  when(key, use) {
    if (got[key]) use(got[key]);
    else waiting.push({ key, use });
  },
};
