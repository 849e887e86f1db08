// Products by a code or a number on the pack, or the address of one.
function numbered(c, asked) {
  const query = asked.slice(0, LONGEST);
  const address = /\/(?:q\/([0-9a-z]+)|01\/(\d+))/i.exec(query);
  const text = (address ? address[1] || address[2] : query).trim().toUpperCase().replace(/[\s-]/g, "");
  if (!/^[0-9A-Z]{3,18}$/.test(text)) return [];
  const digits = /^\d+$/.test(text) ? text.replace(/^0+/, "") : "";
  if (!/\d/.test(text)) {
    if (!c.coded) c.coded = new Map(c.codes.map((each, p) => [each, p]));
    return c.coded.has(text) ? [c.coded.get(text)] : [];
  }
  const found = [];
  for (let p = 0; p < c.count; p++) {
    const code = c.codes[p];
    if (code && code.startsWith(text)) found.push([code === text ? 0 : 1, p]);
    else if (digits.length > 3 && c.gtins[p]) {
      const hit = c.gtins[p].split(" ").find((each) => each.replace(/^0+|-/g, "").startsWith(digits));
      if (hit) found.push([hit.length === digits.length ? 0 : 1, p]);
    }
  }
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map((each) => each[1]);
}

// What a query finds: `ids` best first, `how` it was read, `words` as they were found. Empty ids
// and `how` of "none" leave a story or a suggestion to try; `quick` leaves all but what was typed.
function find(c, query, stories, quick) {
  indexed(c, Infinity);
  const asked = parsed(c, query);
  const { low, high, stars, more } = asked;
  const narrowed = low || high || stars;
  const within = narrowed
    ? (p) => (!stars || c.shownStars[p] === stars || (more && c.shownStars[p] > stars)) && (!(low || high) || (c.price[p] && c.price[p] >= low && (!high || c.price[p] <= high)))
    : null;
  const answer = (ids, how, words, compare) => ({ ids, how, words: words.map((each) => each.text), hit: hits(words, compare || fit) });
  const words = asked.words;
  const exact = numbered(c, query);
  if (!words.length && exact.length) return answer(exact, "words", words);
  if (!words.length) return answer(narrowed ? scored(c, [], fit, within) : [], narrowed ? "words" : "empty", []);
  const by = (list, compare, told) => scored(c, list, compare, within, told);
  const { letters } = c.index;
  const letter = words.length === 1 && !within && /^[a-z]$/.test(words[0].text) ? words[0].text : "";
  let ids = letters.get(letter) || by(words, fit);
  if (letter) letters.set(letter, ids);
  if (exact.length) return answer(exact.concat(ids.filter((each) => !exact.includes(each))), "words", words);
  if (ids.length) return answer(ids, ids.clean ? "words" : "marks", words);
  if (quick) return answer([], "none", words);
  const typed = words.map((each) => word(undone(each.text)));
  const known = (each) => c.index.vocabulary.some((other) => other.base === each.base);
  for (const read of [typed, typed.map((each, i) => (known(words[i]) ? words[i] : each))]) {
    if (read.every((each, i) => each.text === words[i].text)) continue;
    ids = by(read, fit);
    if (ids.length) return answer(ids, "keys", read);
  }
  if (stories) {
    ids = by(words, fit, stories);
    if (ids.length) return answer(ids, "stories", words);
  }
  ids = by(words, southern);
  if (ids.length) return answer(ids, "south", words, southern);
  ids = joined(c, words, within);
  const apart = respelt(c, words).map(word);
  if (ids.length) return answer(ids, "joined", apart);
  if (apart.map((each) => each.text).join(" ") !== words.map((each) => each.text).join(" ")) {
    ids = by(apart, fit);
    if (ids.length) return answer(ids, "joined", apart);
  }
  return answer([], "none", words);
}

// Tells of a text which of its letters were found: pairs of from and to.
function hits(all, how) {
  const words = all.length > 1 ? all.filter((each) => each.base.length > 1) : all;
  return (text) => {
    const found = [];
    let at = 0;
    for (const piece of text.split(/([\s!-\/:-@\[-`{-\u00bf\u2000-\u206f]+)/)) {
      const here = word(piece.normalize("NFC"));
      let best = null;
      if (here.base.length === piece.length) {
        for (const each of words) {
          if (!each.base || !how(each, here)) continue;
          const start = how === fit ? here.base.indexOf(each.base) : 0;
          const end = how === fit ? start + each.base.length : here.base.length;
          if (!best || end - start > best[1] - best[0]) best = [start, end];
        }
      }
      if (best) found.push([at + best[0], at + best[1]]);
      at += piece.length;
    }
    return found;
  };
}
