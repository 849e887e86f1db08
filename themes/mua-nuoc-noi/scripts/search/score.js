// How each product answers one word; `how` compares it with the vocabulary. `best` is the weight
// of the best field with how well it answers there, 1 where only marks contradict; `mask` has a
// bit for each such field, `name` how well the name does.
function answers(c, asked, how) {
  const { vocabulary, fields: all, cache } = c.index;
  const key = how === fit ? asked.base + asked.shape + asked.tone : "";
  if (key && cache.has(key)) return cache.get(key);
  const lines = all.map(() => null);
  for (const id of how === fit ? alike(c, asked) : vocabulary.keys()) {
    const quality = how(asked, vocabulary[id]);
    if (!quality) continue;
    for (let f = 0; f < all.length; f++) {
      if (quality === 2 && !all[f].name) continue;
      const list = all[f].has.get(id);
      if (!list) continue;
      const of = lines[f] || (lines[f] = new Uint8Array(all[f].lines.length));
      for (let i = 0; i < list.length; i++) if (of[list[i]] < quality) of[list[i]] = quality;
    }
  }
  const found = { best: new Uint8Array(c.count), mask: new Uint16Array(c.count), name: lines[0], any: lines.some(Boolean) };
  const { best, mask } = found;
  const bare = c.bare.fill(0);
  lines.forEach((own, f) => {
    if (!own) return;
    const { of, weight } = all[f];
    for (let p = 0; p < c.count; p++) {
      const quality = own[of ? of[p] : p];
      if (quality > 1) {
        mask[p] |= 1 << f;
        if (weight * 4 + quality > best[p]) best[p] = weight * 4 + quality;
      } else if (quality) bare[p] |= 1 << f;
    }
  });
  for (let p = 0; p < c.count; p++) if (!best[p] && bare[p]) (best[p] = 1), (mask[p] = bare[p]);
  if (key) {
    if (cache.size > 24) cache.clear();
    cache.set(key, found);
  }
  return found;
}

// Every product that has all words, best first. Scores are built of digits, so that what weighs
// more always goes first: marks that contradict, how the name answers, how many words stand side by
// side as they were typed, in which field all stand, where each stands, valid before lapsed, stars.
function scored(c, words, how, within, stories) {
  const all = c.index.fields;
  const phrase = words.map((each) => each.base).join(" ");
  const spaced = ` ${phrase}`;
  const pairs = words.slice(1).map((each, i) => ` ${words[i].base} ${each.base}`);
  const together = (text) => {
    let many = 0;
    for (let i = 0; i < pairs.length; i++) if (` ${text}`.includes(pairs[i])) many++;
    return Math.min(9, many);
  };
  const per = words.map((each) => answers(c, each, how));
  const extra = stories && words.map(stories);
  const none = Object.assign([], { clean: false });
  if (!extra && per.some((each) => !each.any)) return none;
  const { keys } = c;
  const names = all[0].folded;
  let n = 0;
  let clean = false;
  for (let p = 0; p < c.count; p++) {
    let contradictions = 0;
    let sum = 0;
    let common = -1;
    let w = 0;
    for (; w < per.length; w++) {
      const best = per[w].best[p];
      if (best < 2 && extra && extra[w][p]) common = 0;
      else if (!best) break;
      else if (best === 1) contradictions++;
      sum += best;
      common &= per[w].mask[p];
    }
    if (w < per.length || (within && !within(p))) continue;
    let grade = 0;
    let field = 0;
    let beside = 0;
    if (common & 1 && w) {
      const text = names[p];
      const at = text.startsWith(phrase) ? 0 : text.indexOf(spaced) + 1 || -1;
      const end = at + phrase.length;
      const ends = at < 0 ? 0 : end < text.length ? text.charCodeAt(end) : 32;
      if (at === 0) grade = text.length === phrase.length ? 9 : ends === 32 ? 8 : 7;
      else if (at > 0) grade = ends === 32 ? 6 : 5;
      else {
        let least = 4;
        for (w = 0; w < per.length; w++) least = Math.min(least, per[w].name[p]);
        grade = least;
      }
    } else if (common) {
      for (let f = 0; f < all.length; f++) {
        if (!(common & (1 << f))) continue;
        const { of, weight, folded: lines } = all[f];
        const near = together(lines[of ? of[p] : p]);
        if (field && near <= beside) continue;
        field = weight;
        beside = near;
      }
    }
    if (grade < 5 && common & 1 && w) beside = together(names[p]);
    if (!contradictions) clean = true;
    const score =
      ((((9 - Math.min(9, contradictions)) * 10 + grade) * 10 + beside) * 10 + field) * 1e6 +
      Math.min(999, sum) * 1e3 + (c.validity[p] === 1 ? 100 : c.potential[p] ? 50 : 0) + c.shownStars[p];
    keys[n++] = -(score * c.count + (c.count - 1 - p));
  }
  return Object.assign(sorted(keys.subarray(0, n), c.count), { clean });
}

// Keys are scores with what is left of the count, so that equal ones go by name.
function sorted(keys, count) {
  keys.sort();
  const ids = [];
  for (let i = 0; i < keys.length; i++) ids.push(count - 1 - (-keys[i] % count));
  return ids;
}
