// Which products' stories have a word, of files that were handed over; null for no product.
function told(c, shelves) {
  const memory = new Map();
  return (asked) => {
    const key = asked.base + asked.shape + asked.tone;
    if (!memory.has(key)) {
      const found = new Uint8Array(c.count);
      for (const shelf of shelves) {
        if (shelf.common.some((each) => fit(asked, each) === 4)) shelf.ids.forEach((p) => (found[p] = 1));
        shelf.words.forEach((each, at) => {
          if (fit(asked, each) === 4) rising(shelf.of[at]).forEach((i) => (found[shelf.ids[i]] = 1));
        });
      }
      memory.set(key, found);
    }
    return memory.get(key);
  };
}

// Which of so many files has what is told of a product.
function shelf(slug, count) {
  let total = 0;
  for (let i = 0; i < slug.length; i++) total = (total * 31 + slug.charCodeAt(i)) % 65521;
  return total % count;
}

function shelved(c, files) {
  const order = c.names.map((_, p) => [c.slug(p), p]).sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const shelves = files.map((file) => ({
    ids: [],
    count: file.count,
    common: file.common.split(" ").map(word),
    words: file.words.split(" ").map(word),
    of: file.of.split(" "),
  }));
  order.forEach(([slug, p]) => shelves[shelf(slug, files.length)].ids.push(p));
  // A file of another day than the catalogue's has other products.
  return told(c, shelves.filter((each) => each.ids.length === each.count));
}
