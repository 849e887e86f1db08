// The index of all words, made in pauses.

// Fields by how much they weigh; `of` is the column that tells a product's line, none its own.
function fields(c) {
  const twin = (lines, more) => lines.map((each, i) => `${each} · ${more[i]}`);
  return [
    { lines: c.names, weight: 9, name: true },
    { lines: c.others, weight: 8 },
    { lines: twin(c.producers, c.villages), weight: 7, of: c.producer },
    { lines: [""].concat(c.communeSaid), weight: 6, of: c.commune },
    { lines: c.formers, weight: 6, of: c.placeOf },
    { lines: c.groups, weight: 4, of: c.group },
    { lines: [""].concat(twin(c.around, c.before)), weight: 3, of: c.commune },
    { lines: c.ingredients, weight: 2, of: c.ingredient },
  ];
}

// Indexes so many lines more; the index is whole once it gives false.
function indexed(c, most) {
  if (!c.index) {
    const all = fields(c).filter((field) => field.lines.some(Boolean));
    all.forEach((field) => Object.assign(field, { has: new Map(), folded: [] }));
    c.index = { vocabulary: [], ids: new Map(), fields: all, cache: new Map(), like: new Map(), letters: new Map() };
  }
  const { vocabulary, ids } = c.index;
  for (const field of c.index.fields) {
    const start = field.folded.length;
    const end = Math.min(field.lines.length, start + most);
    most -= end - start;
    for (let at = start; at < end; at++) {
      const line = field.lines[at];
      const bases = [];
      for (const token of line ? tokens(line) : []) {
        let id = ids.get(token);
        if (id === undefined) {
          ids.set(token, (id = vocabulary.length));
          vocabulary.push(word(token));
        }
        const list = field.has.get(id);
        if (!list) field.has.set(id, [at]);
        else if (list[list.length - 1] !== at) list.push(at);
        bases.push(vocabulary[id].base);
      }
      field.folded.push(bases.join(" "));
    }
    if (field.folded.length < field.lines.length) return true;
  }
  return false;
}

// Makes the index in the pauses between what a visitor does, and tries it.
function warm(c) {
  if (c.warm) return;
  c.warm = true;
  const on = () => {
    if (indexed(c, 2000)) setTimeout(on);
    else for (const each of ["a", "ca kho", "khô cá"]) setTimeout(() => find(c, each));
  };
  setTimeout(on);
}

// Finds what begins with each letter before anybody types one: most of the catalogue is found by
// it, and what is found is kept.
function ready(c) {
  if (c.ready) return;
  c.ready = true;
  const next = (letters) => {
    if (!letters) return;
    if (!indexed(c, 2000)) find(c, letters[0], null, true), (letters = letters.slice(1));
    setTimeout(() => next(letters));
  };
  next("kcbtmgrdnhlsvpqxaoeiuy");
}

// The words of the catalogue that may answer one that was typed: fewer with each letter more.
function alike(c, { base }) {
  const { vocabulary, like } = c.index;
  const key = base.length < 3 ? base[0] : base;
  if (!like.has(key)) {
    const begins = (id) => vocabulary[id].base[0] === key;
    const has = (id) => vocabulary[id].base.includes(key);
    const before = base.length > 3 && like.get(base.slice(0, -1));
    const found = (before || Array.from(vocabulary.keys())).filter(base.length < 3 ? begins : has);
    if (like.size > 60) like.clear();
    like.set(key, found);
  }
  return like.get(key);
}
