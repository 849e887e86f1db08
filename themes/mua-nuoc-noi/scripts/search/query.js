// What a query says of price and stars, and the words that are left.

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
