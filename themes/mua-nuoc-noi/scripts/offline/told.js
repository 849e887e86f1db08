// What is told: sizes, buttons, how far it is.

function mb(bytes) {
  var large = bytes >= 1e9;
  var number = (bytes / (large ? 1e9 : 1e6)).toLocaleString(say.language, {
    maximumFractionDigits: large || bytes < 1e7 ? 1 : 0,
  });
  return (large ? say.gb : say.mb).replace("{n}", number);
}

function sizes() {
  var sum = 0;
  TIERS.forEach(function (tier) {
    sum += listing.tiers[tier][1] * (jpeg && tier !== TIERS[0] ? HEAVIER : 1);
    form.querySelector('[data-size="' + tier + '"]').textContent = mb(sum);
  });
}

function tiers(upTo) {
  return TIERS.slice(0, TIERS.indexOf(upTo) + 1);
}

function buttons(names) {
  form.querySelectorAll("[data-do]").forEach(function (button) {
    var had = button === document.activeElement;
    button.hidden = names.indexOf(button.dataset.do) < 0;
    // Whoever pressed a button that goes away stands at the next one, not at the page's beginning.
    if (had && button.hidden) {
      requestAnimationFrame(function () {
        var next = form.querySelector("[data-do]:not([hidden])");
        if (next) next.focus();
      });
    }
  });
  form.dataset.is = names.indexOf("remove") >= 0 ? "kept" : "";
  form.querySelector("fieldset").disabled = names.indexOf("pause") >= 0 || !listing;
  // A screen reader hears when something begins, ends or stops, and not of every file.
  state.setAttribute("aria-live", names.indexOf("pause") < 0 ? "polite" : "off");
}

// Nothing is being fetched: what is kept, and what was begun.
function rest(kept, next) {
  run = null;
  form.onchange = null;
  bar.hidden = !next;
  if (next) {
    choose(next.tier);
    progress(next.done || 0, next.bytes || 1, say.paused);
    return buttons(["resume", "cancel"]);
  }
  if (!kept) {
    if (listing) state.textContent = say.noneYet;
    return buttons(listing ? ["get"] : []);
  }
  choose(kept.tier);
  var day = new Date(kept.at).toLocaleDateString(say.language);
  var newer = listing && listing.version !== kept.version;
  state.textContent = (newer ? say.keptNewer : say.kept)
    .replace("{day}", day)
    .replace("{size}", mb(kept.bytes));
  buttons((newer ? ["renew"] : []).concat("remove"));
  form.onchange = function () {
    var other = form.elements.tier.value !== kept.tier;
    buttons((other ? ["get"] : newer ? ["renew"] : []).concat("remove"));
  };
}

function choose(tier) {
  form.querySelector('[value="' + tier + '"]').checked = true;
}

function progress(done, all, words) {
  bar.value = Math.min(1, done / all);
  var said = words.replace("{done}", mb(done)).replace("{all}", mb(all));
  if (state.textContent !== said) state.textContent = said;
}
