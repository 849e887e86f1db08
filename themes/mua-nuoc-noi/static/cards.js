// What cards show, for pages that the browser fills: stars, price, photo. It goes by the page's own
// icons and classes, so that a card is one whoever drew it.
(function (d, w) {
  "use strict";
  const page = w.ocopPage;
  if (!page) return;
  const { el, say } = page;

  function stars(c, n) {
    const made = el("span", { class: "stars", role: "img", "aria-label": say(c, "stars_label", { n }) });
    for (let i = 0; i < n; i++) {
      const star = d.createElementNS("http://www.w3.org/2000/svg", "svg");
      const use = d.createElementNS("http://www.w3.org/2000/svg", "use");
      star.setAttribute("aria-hidden", "true");
      use.setAttribute("href", "#star");
      star.append(use);
      made.append(star);
    }
    return made;
  }

  // Stars that hold today, or what is to be said instead; and the price.
  function rank(c, p, bare) {
    const made = el(bare ? "span" : "p", { class: "rank" });
    if (c.shownStars[p]) made.append(stars(c, c.shownStars[p]));
    else if (c.validity[p] === 2) made.append(el("span", { class: "late" }, c.words.lapsed));
    else if (c.potential[p]) made.append(el("span", { class: "tag" }, c.words.potential));
    if (c.price[p] && !bare) made.append(el("span", { class: "price" }, el("b", null, page.price(c, p)), el("span", { class: "net" })));
    return made;
  }

  function shot(c, p) {
    const mark = d.querySelector("svg.mark").cloneNode(true);
    return el("div", { class: "shot" }, el("span", { class: "nopic" }, mark),
      c.samples[p] ? el("span", { class: "pill" }, c.words.sample) : null);
  }

  // Where it stands at the fair that is on or comes next. Fairs come latest first: the next one stays.
  function stand(c, p) {
    if (!c.stands) {
      c.stands = new Map();
      for (const fair of c.data.fairs.filter((each) => each.until >= c.day)) {
        for (const booth of fair.booths) w.ocopFinder.rising(booth.of).forEach((at) => c.stands.set(at, [booth.name, fair.name]));
      }
    }
    const found = c.stands.get(p);
    return found ? el("p", { class: "stand" }, el("b", null, found[0]), ` · ${found[1]}`) : null;
  }

  function card(c, p, hit, ...more) {
    const none = () => [];
    const made = el("li", { class: "card", "data-keep": c.codes[p] || c.slug(p), "data-slug": c.slug(p) },
      shot(c, p),
      el("div", { class: "words" },
        el("h3", null, el("a", { href: page.href(c, p) }, page.marked(c.names[p], hit || none))),
        el("p", { class: "who" }, page.marked(page.who(c, p), hit || none)),
        stand(c, p),
        rank(c, p),
        ...more));
    if (c.pictures) pictured(c, made, p);
    return made;
  }

  // The photo and what the pack holds, once page.cards() has them.
  function pictured(c, made, p) {
    const net = c.pictures.nets[p];
    const into = made.querySelector(".net");
    if (into && net) into.textContent = ` ${net}`;
    const photo = c.pictures.of(p);
    const empty = made.querySelector(".nopic");
    if (!photo || !empty) return;
    const at = (file) => `${page.root}media/${file}`;
    const sizes = "(min-width: 62rem) 20rem, (min-width: 36rem) 50vw, 9rem";
    const set = (form) => photo.sizes.map(([name, width]) => `${at(`${photo.file}.${name}.${form}`)} ${width}w`).join(", ");
    const image = el("img", { loading: "lazy", decoding: "async", sizes, srcset: set("jpg"), src: at(`${photo.file}.800.jpg`), alt: "" });
    image.style.objectPosition = photo.focus;
    empty.replaceWith(el("picture", null,
      el("source", { type: "image/avif", srcset: set("avif"), sizes }), image));
  }

  Object.assign(page, { stars, rank, shot, card, pictured });
})(document, window);
