// Finds products: what was typed against the catalogue in columns that static/search.<language>.js
// hands over. It knows no page: find.js and browse.js show what it finds. Here: words, and how one
// answers another.

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
