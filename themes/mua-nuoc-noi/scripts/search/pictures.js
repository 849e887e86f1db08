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
