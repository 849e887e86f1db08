// Columns as packing.py of the program wrote them.

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
