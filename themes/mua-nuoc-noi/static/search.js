// Finds products: what was typed against the catalogue in columns that static/search.<language>.js
// hands over. It knows no page: find.js and browse.js show what it finds.
(function (root) {
  "use strict";
  const waiting = [];
  const got = {};

  // ── Words ────────────────────────────────────────────────────────────────────────────────────

  const TONES = { "\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5 };
  const SHAPES = { "\u0302": "^", "\u0306": "(", "\u031b": "+" };
  const LONGEST = 300; // letters that are read of what was typed
  const known = new Map();

  // A word's letters without marks, the mark that is part of each letter (` ` for none), the tone.
  // So it doesn't matter how marks are encoded, nor on which vowel a tone was put.
  function word(text) {
    let found = known.get(text);
    if (found) return found;
    let base = "";
    let shape = "";
    let tone = 0;
    for (const sign of text.toLowerCase().normalize("NFD")) {
      if (TONES[sign]) tone = TONES[sign];
      else if (SHAPES[sign]) shape = shape.slice(0, -1) + SHAPES[sign];
      else if (sign === "đ") (base += "d"), (shape += "-");
      else if (sign < "\u0300" || sign > "\u036f") (base += sign), (shape += " ".repeat(sign.length));
    }
    found = { text, base, shape, tone };
    if (known.size > 50000) known.clear();
    known.set(text, found);
    return found;
  }

  const APART = /[\s!-\/:-@\[-`{-\u00bf\u2000-\u206f\u2190-\u2bff\u3000-\u303f]+/;

  function tokens(text) {
    return text.toLowerCase().split(APART).filter(Boolean);
  }

  function folded(text) {
    return tokens(text).map((each) => word(each).base).join(" ");
  }

  // Where the letters of one word stand against another's beginning at a letter: -1 where a mark
  // contradicts, 1 where one agrees and none contradicts, 0 where none was typed. Who types marks
  // means a d that has none.
  function marks(asked, found, at) {
    const typed = asked.tone || asked.shape.trim();
    let agree = 0;
    for (let i = 0; i < asked.shape.length; i++) {
      if (asked.shape[i] === " ") {
        if (typed && found.shape[at + i] === "-") return -1;
        continue;
      }
      if (asked.shape[i] !== found.shape[at + i]) return -1;
      agree = 1;
    }
    if (!asked.tone) return agree;
    return asked.tone === found.tone ? 1 : -1;
  }

  // How a word of the catalogue answers one that was typed: 4 it is the word, 3 it begins so,
  // 2 it has it inside, 1 it is the word but for marks, 0 not at all.
  function fit(asked, found) {
    const at = found.base.indexOf(asked.base);
    if (at < 0) return 0;
    if (found.base.length === asked.base.length) return marks(asked, found, 0) < 0 ? 1 : 4;
    if (at === 0) return marks(asked, found, 0) < 0 ? 0 : 3;
    return asked.base.length < 3 || marks(asked, found, at) < 0 ? 0 : 2;
  }

  // ── Unpacking ────────────────────────────────────────────────────────────────────────────────

  const HALF = 45;
  const sign = (text, at) => {
    const code = text.charCodeAt(at);
    return code > 92 ? code - 36 : code - 35;
  };

  function texts(packed) {
    const { w, t } = packed;
    if (w > 0) return t.match(new RegExp(`[^]{${w}}`, "g")) || [];
    const lines = t.split("\n");
    if (w === 0) return lines;
    let before = [];
    return lines.map((line) => {
      const words = before.slice(0, sign(line, 0)).concat(line.slice(1).split(" "));
      before = words;
      return words.join(" ");
    });
  }

  function numbers(packed) {
    const { w, n } = packed;
    const found = new Int32Array(n.length / w);
    for (let i = 0; i < found.length; i++) {
      let value = 0;
      for (let j = 0; j < w; j++) value = value * 90 + sign(n, i * w + j);
      found[i] = value;
    }
    return found;
  }

  function rising(text) {
    const found = [];
    let value = 0;
    let before = -1;
    for (let i = 0; i < text.length; i++) {
      const digit = sign(text, i);
      if (digit >= HALF) value = value * HALF + digit - HALF + 1;
      else {
        before += value * HALF + digit + 1;
        found.push(before);
        value = 0;
      }
    }
    return found;
  }

  function sparse(packed, count) {
    const found = new Array(count).fill("");
    const lines = packed.at ? texts(packed.t) : [];
    rising(packed.at).forEach((at, i) => (found[at] = lines[i]));
    return found;
  }

  function firstSeen(packed) {
    let next = 0;
    return numbers(packed).map((value) => (value ? value - 1 : next++));
  }

  // Each slug when it is asked for.
  function slugs(names, packed) {
    const tails = texts(packed);
    return (i) => {
      const tail = tails[i] || "";
      return tail[0] === "/" ? tail.slice(1) : folded(names[i]).replace(/[^a-z0-9]+/g, "-") + tail;
    };
  }

  function flags(text, count) {
    const found = new Uint8Array(count);
    rising(text).forEach((at) => (found[at] = 1));
    return found;
  }

  // The day in Viet Nam, as certificates count it.
  function today() {
    return new Date(Date.now() + 252e5).toISOString().slice(0, 10);
  }

  function unpack(data, day) {
    const count = data.count;
    const of = (many, one) => one.map((each) => many[each]);
    const names = texts(data.product.names);
    const producers = texts(data.producers.names);
    const producer = firstSeen(data.producer);
    const place = firstSeen(data.place);
    const placeOf = producer.map((each) => place[each]);
    rising(data.moved).forEach((at, i) => (placeOf[at] = place[producers.length + i]));
    const commune = numbers(data.commune);
    const communes = data.communes.forms.length ? texts(data.communes.names) : [];
    const form = firstSeen(data.communes.form);
    const around = communes.length ? texts(data.communes.arounds) : [];
    const aroundOf = firstSeen(data.communes.around);
    const prices = data.prices.map((each) => Number(each) || 0);
    const spans = firstSeen(data.days);
    const days = data.spans.map((each) => each.split(" "));
    const state = days.map(([from, until]) =>
      !until ? 0 : until < day ? 2 : from && from > day ? 3 : 1);
    const validity = spans.map((each) => state[each]);
    const star = firstSeen(data.star);
    const starKeys = data.stars.keys;
    const found = {
      data, day, count, names, producers, producer, communes, placeOf, validity,
      words: data.words,
      slug: slugs(names, data.product.tails),
      others: sparse(data.other, count),
      villages: sparse(data.villages, producers.length),
      formers: sparse(data.formers, commune.length),
      commune: placeOf.map((each) => commune[each]),
      communeSaid: communes.map((each, i) => data.communes.forms[form[i]].replace("{}", () => each)),
      around: communes.map((each, i) => around[aroundOf[i]]),
      before: sparse(data.communes.before, communes.length),
      groups: texts(data.groups.names),
      group: firstSeen(data.group),
      stars: Uint8Array.from(star, (each) => Number(starKeys[each]) || 0),
      potential: Uint8Array.from(star, (each) => (starKeys[each] === "0" ? 1 : 0)),
      price: Float64Array.from(firstSeen(data.price), (each) => prices[each]),
      several: flags(data.several, count),
      samples: flags(data.samples, count),
      from: spans.length ? Array.from(spans, (each) => days[each][0]) : [],
      codes: texts(data.codes),
      gtins: sparse(data.gtins, count),
      ingredients: texts(data.ingredients),
      ingredient: firstSeen(data.ingredient),
    };
    found.shownStars = found.stars.map((each, i) => (found.validity[i] === 1 ? each : 0));
    found.choices = choices(found, star);
    return found;
  }

  // The facets with what may be chosen, and each product's choice: its number from 1, 0 for none.
  function choices(c, star) {
    const { data, count } = c;
    const upper = (text) => text.charAt(0).toUpperCase() + text.slice(1);
    const starKeys = data.stars.keys;
    const order = starKeys.map((_, i) => i).filter((i) => starKeys[i] !== "").sort((a, b) => starKeys[b] - starKeys[a]);
    const rank = new Map(order.map((each, i) => [each, i + 1]));
    const starTitles = texts(data.stars.names);
    const plusOne = (column) => column.map((each) => each + 1);
    const columns = {
      days: { titles: [c.words.valid], key: () => "1", of: c.validity.map((each) => (each === 1 ? 1 : 0)) },
      star: {
        titles: order.map((i) => starTitles[i]),
        key: (i) => (starKeys[order[i]] === "0" ? c.words.potential_key : starKeys[order[i]]),
        of: star.map((each, i) => (c.potential[i] || c.shownStars[i] ? rank.get(each) || 0 : 0)),
      },
      group: { titles: c.groups, key: (i) => data.groups.keys[i], of: plusOne(c.group) },
      commune: { titles: c.communeSaid.map(upper), key: slugs(c.communes, data.communes.tails), of: c.commune },
      producer: { titles: c.producers, key: slugs(c.producers, data.producers.tails), of: plusOne(c.producer) },
    };
    return data.facets.map((facet) => {
      const { name, param, title, kind } = facet;
      if (kind === "range") {
        const { ends, titles } = facet;
        const key = (i) => `${i ? ends[i - 1] : 0}-${i < ends.length ? ends[i] : ""}`;
        const of = Int32Array.from(c.price, (each) => (each ? 1 + ends.filter((end) => each >= end).length : 0));
        return { name, param, title, titles, key, of };
      }
      if (kind === "many") {
        const fairs = data[facet.column].filter((each) => each.until >= c.day);
        const lists = fairs.map((each) => flags(each.of, count));
        return { name, param, title, titles: fairs.map((f) => f.name), key: (i) => fairs[i].key, lists };
      }
      return Object.assign({ name, param, title }, columns[facet.column]);
    });
  }

  // ── The index ────────────────────────────────────────────────────────────────────────────────

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
    const bare = new Uint16Array(c.count);
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
    const together = (text) => Math.min(9, pairs.filter((pair) => ` ${text}`.includes(pair)).length);
    const per = words.map((each) => answers(c, each, how));
    const extra = stories && words.map(stories);
    const none = Object.assign([], { clean: false });
    if (!extra && per.some((each) => !each.any)) return none;
    const keys = c.keys || (c.keys = new Float64Array(c.count));
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
        const ends = at < 0 ? 0 : text.charCodeAt(at + phrase.length);
        if (at === 0) grade = text.length === phrase.length ? 9 : ends === 32 ? 8 : 7;
        else if (at > 0) grade = ends === 32 || ends !== ends ? 6 : 5;
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
    const ids = new Array(keys.length);
    for (let i = 0; i < ids.length; i++) ids[i] = count - 1 - (-keys[i] % count);
    return ids;
  }

  // ── What was meant, where nothing is found ───────────────────────────────────────────────────

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

  // ── A suggestion ─────────────────────────────────────────────────────────────────────────────

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

  // ── Queries ──────────────────────────────────────────────────────────────────────────────────

  const MONEY = "(\\d{1,3}(?: \\d{3})+|\\d+(?:[.,]\\d+)*)\\s*(k|nghin|ngan|tr|trieu|thousand|million|m)?\\s*(?:dong|vnd|d)?(?![a-z0-9])";
  const PRICED = "(?:^|\\s)(?:(?:co\\s+)?gia\\s+)?";
  const BETWEEN = new RegExp(`${PRICED}(tu|from|between)?\\s*${MONEY}\\s*(?:-|–|—|den|toi|to|and)\\s*${MONEY}`);
  const BELOW = new RegExp(`${PRICED}(?:duoi|khong qua|toi da|under|below|less than|at most|<=?|≤)\\s*${MONEY}`);
  const ABOVE = new RegExp(`${PRICED}(?:tren|tu|hon|it nhat|toi thieu|over|above|more than|at least|from|>=?|≥)\\s*${MONEY}`);
  const STARS = /(?:^|\s)(?:(tren|tu|from)\s*)?([1-5])\s*(?:sao|stars?)(\s+tro len|\s+or more)?(?![a-z])/;
  // What is asked about a product, and says nothing of which one.
  const ASKING = /(?:^|[\s,;])(?:(?:o|mua)\s+)*(?:(?:o\s+)?gian(?:\s+hang)?\s+(?:nao|may|so may)|o dau|(?:gia\s+)?bao nhieu(?:\s+tien)?|mua o dau|which booth|where|how much)\s*\?*(?=$|[\s,;?.!])/;
  const MOST_WORDS = 16;

  function money(figure, unit) {
    const plain = figure.replace(",", ".");
    if (/^(k|nghin|ngan|thousand)$/.test(unit)) return Math.round(parseFloat(plain) * 1e3);
    if (/^(tr|trieu|million|m)$/.test(unit)) return Math.round(parseFloat(plain) * 1e6);
    return Number(figure.replace(/[ .,]/g, ""));
  }

  // A price as it is said: nobody means 200 đồng, so that “200” is 200,000 where nothing follows it.
  function price(figure, unit, rest) {
    const found = money(figure, unit || "");
    if (found >= 1000 || unit) return found;
    return found >= 10 && /^\s*(?:[,;?.!]|$)/.test(rest) ? found * 1000 : 0;
  }

  // A query's words, and what it says of price and stars: “khô cá dưới 200 nghìn”, “gạo 4 sao”.
  function parsed(c, query) {
    let text = query.slice(0, LONGEST).normalize("NFC").toLowerCase();
    const found = { low: 0, high: 0, stars: 0, more: false };
    const plain = () => Array.from(text, (sign) => (word(sign).base || " ").padEnd(sign.length).slice(0, sign.length)).join("");
    const take = (form, use) => {
      const whole = plain();
      const hit = form.exec(whole);
      if (!hit || use(hit, whole.slice(hit.index + hit[0].length)) === false) return;
      text = `${text.slice(0, hit.index)} ${text.slice(hit.index + hit[0].length)}`;
    };
    take(ASKING, () => true);
    take(STARS, (hit) => {
      found.stars = Number(hit[2]);
      found.more = Boolean(hit[1] || hit[3]);
    });
    take(BETWEEN, (hit, rest) => {
      const [, said, from, unit, to, last] = hit;
      if (!said && !unit && !last && !/[.,]/.test(from + to)) return false; // a number on a pack
      const high = price(to, last, rest);
      const low = price(from, unit || (Number(from) < 1000 ? last || "k" : ""), "");
      if (low < 1000 || high < low) return false;
      [found.low, found.high] = [low, high];
    });
    if (!found.high) take(BELOW, (hit, rest) => (found.high = price(hit[1], hit[2], rest)) > 0);
    if (!found.low) take(ABOVE, (hit, rest) => (found.low = price(hit[1], hit[2], rest)) > 0);
    const narrows = found.stars || found.high || found.low;
    const read = (some) => tokens(some.normalize("NFC")).map(word).filter((each) => each.base).slice(0, MOST_WORDS);
    let words = read(text);
    if (!words.length && !narrows) words = read(query.slice(0, LONGEST));
    const rest = words.filter((each) => each.base !== "ocop");
    if (rest.length || narrows) words = rest;
    found.words = words;
    return found;
  }

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

  // The photos of cards and what packs hold, of the file that cards need beside.
  function pictures(c, data) {
    const nets = texts(data.nets);
    const stems = texts(data.stems);
    const hashes = texts(data.hashes);
    const looks = data.looks.map((each) => {
      const [sizes, focus] = each.split("|");
      return { sizes: sizes.split(" ").map((size) => size.split(":")), focus };
    });
    const look = firstSeen(data.look);
    const at = new Map(rising(data.pictured).map((p, i) => [p, i]));
    return {
      nets: Array.from(firstSeen(data.net), (each) => nets[each]),
      of: (p) => {
        const i = at.get(p);
        if (i === undefined) return null;
        const stem = stems[i] || "";
        const name = stem[0] === "/" ? stem.slice(1) : c.slug(p) + stem;
        return { file: `${name}.${hashes[i]}`, ...looks[look[i]] };
      },
    };
  }

  // ── Facets and order ─────────────────────────────────────────────────────────────────────────

  // `chosen` has a set of choices for each facet, perhaps empty: the products that fit all facets,
  // and how many there would be for each choice by what the other facets leave. That is counted
  // when it is asked for: letters typed fast need not wait for it.
  function narrow(c, ids, chosen) {
    const facets = c.choices;
    const missing = facets.map(() => []);
    const fits = (f, p) => {
      const facet = facets[f];
      if (!facet.lists) return chosen[f].has(facet.of[p] - 1);
      for (const each of chosen[f]) if (facet.lists[each][p]) return true;
      return false;
    };
    const active = facets.map((_, f) => f).filter((f) => chosen[f].size);
    let left = ids;
    if (active.length) {
      left = [];
      for (let i = 0; i < ids.length; i++) {
        const p = ids[i];
        let failing = -1;
        let fails = 0;
        for (const f of active) if (!fits(f, p) && (fails++, (failing = f), fails > 1)) break;
        if (!fails) left.push(p);
        else if (fails === 1) missing[failing].push(p);
      }
    }
    return { ids: left, counts: () => facets.map((facet, f) => count(facet, left, missing[f])) };
  }

  function count(facet, ...all) {
    const own = new Int32Array(facet.titles.length);
    for (const some of all) {
      if (facet.lists) facet.lists.forEach((list, at) => some.forEach((p) => (own[at] += list[p])));
      else for (let i = 0; i < some.length; i++) if (facet.of[some[i]]) own[facet.of[some[i]] - 1]++;
    }
    return own;
  }

  const LAST = Infinity;
  const ORDERS = {
    name: () => (p) => p,
    stars: (c) => (p) => -c.shownStars[p] + (c.potential[p] ? 1 : 0),
    cheap: (c) => (p) => c.price[p] || LAST,
    dear: (c) => (p) => -c.price[p],
    new: (c) => (p) => -(c.from[p] ? Number(c.from[p].replace(/-/g, "")) : 0),
  };

  // Ids in one of the orders; those that are equal by name.
  function ordered(c, ids, order) {
    const key = ORDERS[order](c);
    return ids.slice().sort((a, b) => { const x = key(a); const y = key(b); return x === y ? a - b : x < y ? -1 : 1; });
  }

  // ── Files ────────────────────────────────────────────────────────────────────────────────────

  // Files call this with what they hold.
  root.ocopSearch = function (data) {
    const key = data.part === "stories" ? `stories-${data.shelf}` : data.part;
    got[key] = data;
    waiting.filter((each) => each.key === key).forEach((each) => each.use(data));
  };

  root.ocopFinder = {
    word, tokens, folded, undone, sound, unpack, find, narrow, ordered, suggestion, shelf, shelved, rising, pictures, warm, ready, today, got,
    all: (c) => ordered(c, Array.from({ length: c.count }, (_, p) => p), "stars"),
    // Calls back once a file has handed over its part, with what it holds.
    when(key, use) {
      if (got[key]) use(got[key]);
      else waiting.push({ key, use });
    },
  };
})(window);
