// What was meant, where nothing is found.

const VOWEL = /[aeiouy]/;
const SYLLABLE = /^(?:ngh?|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/;
const TELEX = { f: 1, r: 2, x: 3, s: 4, j: 5 };
const VNI = { 2: 1, 3: 2, 4: 3, 1: 4, 5: 5 };

// A word with the keys of an input method left in it: “khoo”, “cas”, “kho6”, “ca1”, “dduwowngf”.
function undone(text) {
  const { base: letters, shape: had, tone: first } = word(text);
  const base = [];
  const shape = [];
  let tone = first;
  const last = (signs) => {
    for (let i = base.length - 1; i >= 0; i--) if (signs.includes(base[i]) && shape[i] === " ") return i;
    return -1;
  };
  const put = (at, mark) => (at >= 0 ? ((shape[at] = mark), true) : false);
  const horn = () => {
    const o = last("o");
    if (o > 0 && base[o - 1] === "u" && shape[o - 1] === " " && !(base[o - 2] === "q")) shape[o - 1] = "+";
    return put(o >= 0 ? o : last("u"), "+");
  };
  for (let i = 0; i < letters.length; i++) {
    const key = letters[i];
    const spoken = base.some((each) => VOWEL.test(each));
    let used = false;
    if (spoken && TELEX[key]) (tone = TELEX[key]), (used = true);
    else if (spoken && VNI[key]) (tone = VNI[key]), (used = true);
    else if (key === "w") used = last("a") > last("ou") ? put(last("a"), "(") : horn() || put(last("a"), "(");
    else if ("aeo".includes(key) && last(key) >= 0) used = put(last(key), "^");
    else if (key === "6") used = put(last("aeo"), "^");
    else if (key === "7") used = horn();
    else if (key === "8") used = put(last("a"), "(");
    else if ((key === "d" || key === "9") && base[0] === "d" && shape[0] === " ") used = put(0, "-");
    if (!used) base.push(key), shape.push(had[i]);
  }
  return composed(base, shape, tone);
}

// The word as it is written, its tone where most people put it.
function composed(base, shape, tone) {
  const sign = (table, value) => Object.keys(table).find((key) => table[key] === value) || "";
  let at = -1;
  if (tone) {
    const from = /^(qu|gi(?=[aeiouy]))/.test(base.join("")) ? 2 : 0;
    const vowels = base.map((each, i) => i).filter((i) => i >= from && VOWEL.test(base[i]));
    const marked = vowels.filter((i) => shape[i] !== " ");
    const closed = vowels.length && vowels[vowels.length - 1] < base.length - 1;
    at = marked.length ? marked[marked.length - 1] : vowels.length > 2 || closed ? vowels[Math.min(vowels.length - 1, 1)] : vowels[0];
  }
  return base.map((each, i) =>
    (shape[i] === "-" ? "đ" : each + sign(SHAPES, shape[i])) + (i === at ? sign(TONES, tone) : "")
  ).join("").normalize("NFC");
}

// How a word sounds in the south: n and ng, t and c, s and x, ch and tr, d, gi and v, i and y.
function sound(each, broad) {
  const begun = each.shape[0] === "-" && !broad ? "z" + each.base.slice(1) : each.base;
  return begun
    .replace(/^tr/, "ch").replace(/^x/, "s").replace(/^gi(?=[aeouy])/, "d").replace(/^(gi|v)/, (m) => (m === "v" ? "d" : "di"))
    .replace(/ng$/, "n").replace(/c$/, "t").replace(/y/g, "i");
}

function southern(asked, found) {
  const broad = !asked.shape.trim() && !asked.tone;
  const sounds = (each) => each[broad] || (each[broad] = sound(each, broad));
  if (sounds(asked) !== sounds(found)) return 0;
  const tone = (t) => (t === 3 ? 2 : t);
  const shapes = (each) => each.shape.replace(/[ -]/g, "");
  const contradict =
    (asked.tone && tone(asked.tone) !== tone(found.tone)) || (shapes(asked) && shapes(asked) !== shapes(found));
  return contradict ? 1 : 3;
}

// All products that have the query in one field once its spaces are dropped, best first.
function joined(c, words, within) {
  const asked = words.map((each) => each.base).join("");
  if (asked.length < 4 || (words.length < 2 && SYLLABLE.test(asked))) return [];
  const keys = new Float64Array(c.count);
  let n = 0;
  const hits = c.index.fields.map((field) => {
    field.joined = field.joined || field.folded.map((each) => each.replace(/ /g, ""));
    return field.joined.map((each) => {
      const at = each.indexOf(asked);
      return at < 0 ? 0 : at > 0 ? 1 : each === asked ? 3 : 2;
    });
  });
  for (let p = 0; p < c.count; p++) {
    if (within && !within(p)) continue;
    let best = 0;
    c.index.fields.forEach((field, f) => {
      const hit = hits[f][field.of ? field.of[p] : p];
      if (hit) best = Math.max(best, field.weight * 4 + hit);
    });
    const score = best * 1e3 + (c.validity[p] === 1 ? 100 : 0) + c.shownStars[p];
    if (best) keys[n++] = -(score * c.count + (c.count - 1 - p));
  }
  return sorted(keys.subarray(0, n), c.count);
}

// The words of the catalogue that a joined word is made of, as few as do; null for none, and for
// what may well be one syllable.
function split(c, text) {
  const bases = (c.index.bases = c.index.bases || new Set(c.index.vocabulary.map((each) => each.base)));
  const best = [[]];
  if (SYLLABLE.test(text)) return null;
  for (let end = 1; end <= text.length; end++) {
    for (let start = Math.max(0, end - 8); start < end; start++) {
      const piece = text.slice(start, end);
      if (!best[start] || !bases.has(piece) || piece.length < 2) continue;
      if (!best[end] || best[start].length + 1 < best[end].length) best[end] = best[start].concat(piece);
    }
  }
  return best[text.length] || null;
}

// The query with joined words apart and words that were split together, by the vocabulary.
function respelt(c, words) {
  const has = (base) => c.index.bases.has(base);
  split(c, "");
  const found = [];
  for (let i = 0; i < words.length; i++) {
    const base = words[i].base;
    const next = words[i + 1];
    if (next && has(base + next.base) && !(has(base) && has(next.base))) {
      found.push(base + next.base);
      i++;
    } else if (has(base)) found.push(words[i].text);
    else found.push(...(split(c, base) || [words[i].text]));
  }
  return found;
}
