// Facets and order.

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
