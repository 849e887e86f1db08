// What communes were before: a line each, the first one empty; where a commune's lines start, and
// all of them with their provinces in one.
function before(packed) {
  const names = worded(packed);
  const form = firstSeen(packed.form);
  const lines = [""].concat(names.map((each, i) => packed.forms[form[i]].replace("{}", () => each)));
  const many = numbers(packed.many);
  const arounds = sparse(packed.arounds, many.length);
  const starts = [];
  const whole = [];
  let at = 0;
  many.forEach((each, i) => {
    starts.push(at);
    at += each;
    whole.push(lines.slice(at - each + 1, at + 1).concat(arounds[i]).join(" · "));
  });
  return { lines, starts, whole };
}

function unpack(data, day) {
  const count = data.count;
  const of = (many, one) => one.map((each) => many[each]);
  const names = sortedTexts(data.product.names);
  const producers = texts(data.producers.names);
  const producer = firstSeen(data.producer);
  // Whose place it is: its producer's, or its own where it is made elsewhere.
  const placeOf = producer.slice();
  rising(data.moved).forEach((at, i) => (placeOf[at] = producers.length + i));
  const commune = firstSeen(data.commune).subarray(1);
  const former = numbers(data.former);
  const communes = worded(data.communes.names);
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
  const old = before(data.communes.before);
  const found = {
    data, day, count, names, producers, producer, communes, validity,
    words: data.words,
    slug: slugs(names, data.product.tails),
    others: sparse(data.other, count),
    villages: sparse(data.villages, producers.length),
    formers: old.lines,
    formerOf: placeOf.map((each) => (former[each] ? old.starts[commune[each] - 1] + former[each] : 0)),
    commune: placeOf.map((each) => commune[each]),
    communeSaid: communes.map((each, i) => data.communes.forms[form[i]].replace("{}", () => each)),
    around: communes.map((each, i) => around[aroundOf[i]]),
    before: old.whole,
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
    // What comes later has its place now: an object that grows has code that knew it compiled anew.
    shownStars: null, choices: null, index: null, keys: new Float64Array(count), bare: new Uint16Array(count), coded: null,
    warm: false, ready: false, stories: null, pictures: null, every: null, stands: null, at: null,
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
