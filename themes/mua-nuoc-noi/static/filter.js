// Narrows the cards shown as one types; marks and đ don't matter: “kho ca chot” finds “Khô cá chốt”.
// The box has its place from the start, so that nothing moves when it begins to work.
(function () {
  "use strict";
  var box = document.getElementById("filter");
  var none = document.querySelector("[data-none]");
  var cards = Array.from(document.querySelectorAll("[data-words]"));
  if (!box || !none || !cards.length) return;

  function folded(text) {
    return text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }

  var words = cards.map(function (card) { return folded(card.dataset.words); });

  function narrow() {
    var wanted = folded(box.value).split(/\s+/).filter(Boolean);
    var shown = 0;
    cards.forEach(function (card, index) {
      var fits = wanted.every(function (word) { return words[index].includes(word); });
      card.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    document.querySelectorAll(".band > section").forEach(function (section) {
      section.hidden = !section.querySelector(".card:not([hidden])");
    });
    none.textContent = shown ? "" : none.dataset.none;
  }

  box.disabled = false;
  box.addEventListener("input", narrow);
  narrow();
})();
