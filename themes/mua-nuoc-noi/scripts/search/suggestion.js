// A suggestion: “Có phải bạn tìm…”.

// Runs of so many words from names, producers and communes that have about as many letters.
function runs(c, length, letters, most) {
  const found = new Map();
  for (const field of c.index.fields.filter((each) => each.weight > 5)) {
    field.folded.forEach((line, i) => {
      const starts = [0];
      for (let at = line.indexOf(" "); at >= 0; at = line.indexOf(" ", at + 1)) starts.push(at + 1);
      starts.push(line.length + 1);
      for (let at = 0; at + length < starts.length; at++) {
        if (Math.abs(starts[at + length] - 1 - starts[at] - letters) > most) continue;
        const run = line.slice(starts[at], starts[at + length] - 1);
        const old = found.get(run);
        if (old) old.many++;
        else found.set(run, { run, text: field.lines[i], at, many: 1 });
      }
    });
  }
  return found.values();
}

// Letters to change, add, drop or swap, at most `most`; only cells so near the diagonal are looked at.
const rows = [0, 1, 2].map(() => new Uint8Array(LONGEST + 2));
function distance(a, b, most) {
  const far = most + 1;
  if (b.length > LONGEST || Math.abs(a.length - b.length) > most) return far;
  let [two, one, row] = rows;
  for (let j = 0; j <= b.length; j++) one[j] = j < far ? j : far;
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - most);
    const to = Math.min(b.length, i + most);
    let least = (row[from - 1] = from === 1 && i < far ? i : far);
    for (let j = from; j <= to; j++) {
      let value = one[j - 1] + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      if (one[j] < value) value = one[j] + 1;
      if (row[j - 1] < value) value = row[j - 1] + 1;
      if (i > 1 && j > 1 && two[j - 2] < value && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = two[j - 2] + 1;
      row[j] = value;
      if (value < least) least = value;
    }
    if (to < b.length) row[to + 1] = far;
    if (least > most) return far;
    [two, one, row] = [one, row, two];
  }
  return one[b.length];
}

const KNOWN_BY = 4 * 6; // a name, a producer, a commune
const UNIT = /^(?:k?g|gr|gam|m?l|lit|cm|m|goi|hop|chai|hu|cai|con|trai)$/;

// The query without amounts, as in “gạo 5 kg”, or without the words that nothing answers, else without
// one of them, the last first: those that lead say what it is.
function fewer(c, words) {
  const finds = (some) => {
    const ids = some.length ? scored(c, some, fit, null) : [];
    return ids.clean && some.every((each) => answers(c, each, fit).best[ids[0]] >= KNOWN_BY);
  };
  const amount = (each, i) => /^\d/.test(each.base) || (i && UNIT.test(each.base) && /^\d+$/.test(words[i - 1].base));
  const answered = words.filter((each) => answers(c, each, fit).any);
  const tries = [words.filter((each, i) => !amount(each, i)), answered].filter((each) => each.length < words.length);
  for (let at = answered.length - 1; at >= 0; at--) tries.push(answered.filter((_, i) => i !== at));
  const found = words.length > 1 && tries.find(finds);
  return found ? found.map((each) => each.text).join(" ") : "";
}

// What of the catalogue is nearest to the whole query, as it is written there; "" for nothing.
function suggestion(c, query) {
  const asked = parsed(c, query).words;
  const text = asked.map((each) => each.base).join(" ");
  if (text.length < 3) return "";
  let most = text.length < 6 ? 1 : text.length < 12 ? 2 : 3;
  let best = null;
  for (const length of [asked.length, asked.length - 1, asked.length + 1]) {
    if (length < 1) continue;
    for (const each of runs(c, length, text.length, most)) {
      const far = distance(text, each.run, most);
      if (far > most || (best && far === best.far && each.many <= best.each.many)) continue;
      best = { far, each, length };
      most = far;
    }
    if (best) break;
  }
  if (!best) return fewer(c, asked);
  return tokens(best.each.text).slice(best.each.at, best.each.at + best.length).join(" ");
}
