// What a product's page can do once it stands: keep the product, hand its address on, “/” for search.
// It comes after everything that a scan is for.
(function (d, w) {
  "use strict";
  const root = new URL("../", d.currentScript.src).href;
  const heart = d.querySelector("[data-heart]");
  const share = d.querySelector("[data-share]");
  let asked = false;

  // The list's own script is fetched by whoever has a list, or begins one.
  function list(then) {
    if (asked) return;
    asked = true;
    const script = d.createElement("script");
    for (const key of ["list", "sayKeep", "sayCount", "sayFull"]) if (heart.dataset[key]) script.dataset[key] = heart.dataset[key];
    script.src = `${root}static/keep.js`;
    script.onload = then;
    d.head.append(script);
  }

  if (heart) {
    heart.hidden = false;
    heart.addEventListener("click", () => w.ocopList || list(() => w.ocopList.toggle(heart.dataset.heart)));
    try {
      if (w.localStorage.getItem(`ocop-list@${new URL(root).pathname}`)) list();
    } catch (_) {} // a browser that keeps nothing
  }

  if (share && (navigator.share || navigator.clipboard)) {
    share.hidden = false;
    share.addEventListener("click", () => {
      const url = d.querySelector("[rel=canonical]").href;
      if (navigator.share) navigator.share({ title: d.title, url }).catch(() => {});
      else navigator.clipboard.writeText(url).then(() => (share.firstChild.textContent = share.dataset.share));
    });
  }

  w.addEventListener("keydown", (event) => {
    const inField = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName || "");
    if (event.key !== "/" || inField || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    location = `${d.querySelector(".all").href}#q`;
  });
})(document, window);
