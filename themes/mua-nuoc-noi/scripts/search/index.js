// The index of all words, made in pauses.

// Fields by how much they weigh; `of` is the column that tells a product's line, none its own.
function fields(c) {
  const twin = (lines, more) => lines.map((each, i) => `${each} · ${more[i]}`);
  const field = (weight, lines, of = null) => ({
    weight, lines, of, name: lines === c.names, has: new Map(), folded: [], joined: null,
  });
  return [
    field(9, c.names),
    field(8, c.others),
    field(7, twin(c.producers, c.villages), c.producer),
    field(6, [""].concat(c.communeSaid), c.commune),
    field(6, c.formers, c.formerOf),
    field(4, c.groups, c.group),
    field(3, [""].concat(twin(c.around, c.before)), c.commune),
    field(2, c.ingredients, c.ingredient),
  ];
}

// Indexes so many lines more; the index is whole once it gives false.
function indexed(c, most) {
  if (!c.index) {
    const all = fields(c).filter((field) => field.lines.some(Boolean));
    c.index = {
      vocabulary: [], ids: new Map(), fields: all, cache: new Map(), like: new Map(), letters: new Map(), bases: null,
    };
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

// Queries of all kinds: code that has seen them need not be compiled anew at somebody's letters.
const TRIED = ["a", "ca kho", "khô cá", "nước mắm nhĩ", "tra sen 3 sao", "keo d", "trái cây sấy"];

// Makes the index in the pauses between what a visitor does, and tries it.
function warm(c) {
  if (c.warm) return;
  c.warm = true;
  const on = () => {
    if (indexed(c, 2000)) setTimeout(on);
    else for (const each of TRIED.concat(TRIED)) setTimeout(() => find(c, each, null, true));
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
