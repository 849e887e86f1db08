// Columns as packing.py of the program wrote them.

const HALF = 45;
const sign = (text, at) => {
  const code = text.charCodeAt(at);
  return code > 92 ? code - 36 : code - 35;
};

function texts({ w, t }) {
  return w ? t.match(new RegExp(`[^]{${w}}`, "g")) || [] : t.split("\n");
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

function shorts(text) {
  const found = [];
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = sign(text, i);
    if (digit >= HALF) value = value * HALF + digit - HALF + 1;
    else {
      found.push(value * HALF + digit);
      value = 0;
    }
  }
  return found;
}

function rising(text) {
  let before = -1;
  return shorts(text).map((each) => (before += each + 1));
}

function worded(packed) {
  const words = packed.words.split(" ");
  const found = [];
  let line = [];
  for (const each of shorts(packed.t)) {
    if (each) line.push(words[each - 1]);
    else found.push(line.join(" ")), (line = []);
  }
  return found;
}

function sortedTexts(packed) {
  const shared = numbers(packed.shared);
  let before = [];
  return worded(packed).map((rest, i) => {
    before = before.slice(0, shared[i]).concat(rest.split(" "));
    return before.join(" ");
  });
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
