// Keeps the whole catalogue on the device: fetched four files at a time, used when it is complete,
// renewed by what changed. What was fetched stays when it is stopped, and need not be fetched again.
// The service worker (sw.js) answers from what is kept here when there is no network.
var keeper = document.querySelector("[data-keeper]");
var say = keeper.dataset;
var form = keeper.querySelector("form");
var bar = form.querySelector("progress");
var state = form.querySelector("[data-state]");
var ROOT = new URL("../", document.currentScript.src).href;
var OWN = "@" + new URL(ROOT).pathname;
var STATE = "ocop-state" + OWN; // what is kept, and what is being fetched: see recall()
var TIERS = ["pages", "480", "800"];
var HEAVIER = 1.4; // what a JPEG weighs of the AVIF file that is listed, roughly
var ENDING = "-" + say.language + OWN;
var AT_ONCE = 4;
var TRIES = 3;
var FEW = 4; // so many pages that are not as listed, and the host changes what it serves
var listing = null; // of the site as it is now
var run = null; // what is being fetched: { tier, stop, done, bytes }
var jpeg = false; // whether this browser can't show AVIF, and keeps the JPEG beside each such file
var busy = Promise.resolve(); // until what this page fetched last has ended

var verbs = { get: get, renew: renew, pause: pause, resume: resume, cancel: cancel, remove: remove };

showLacking();
showSeen();
if (!/^http/.test(location.protocol)) show("ofFile");
else if (!("serviceWorker" in navigator) || !window.caches || !window.isSecureContext) show("unable");
else begin();

function begin() {
  form.hidden = false;
  form.addEventListener("click", function (event) {
    var what = event.target.closest("[data-do]");
    if (what) verbs[what.dataset.do]();
  });
  addEventListener("online", function () {
    if (run && run.waits) resume();
  });
  probe().then(start);
}

// Whether a picture of one pixel shows.
function probe() {
  return new Promise(function (told) {
    var image = new Image();
    image.onload = told;
    image.onerror = function () {
      jpeg = true;
      told();
    };
    image.src = "data:image/avif;base64,AAAAHGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZgAAAOltZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAAHmlsb2MAAAAARAAAAQABAAAAAQAAAQ0AAAAbAAAAKGlpbmYAAAAAAAEAAAAaaW5mZQIAAAAAAQAAYXYwMUNvbG9yAAAAAGhpcHJwAAAASWlwY28AAAAUaXNwZQAAAAAAAAABAAAAAQAAAA5waXhpAAAAAAEIAAAADGF2MUOBABwAAAAAE2NvbHJuY2x4AAEADQAGgAAAABdpcG1hAAAAAAAAAAEAAQQBAoMEAAAAI21kYXQSAAoHGAAG2AhoNTIOH/UVwAAsAICQNaKKXrg=";
  });
}

function start() {
  state.textContent = say.looking;
  alone(null, function () {
    return Promise.all([look(), recall("kept"), recall("next")]);
  }).then(function (found) {
    if (!found) return;
    listing = found[0];
    if (listing && !listing.tiers[TIERS[0]][0]) {
      form.hidden = true;
      return show("preview");
    }
    if (listing) sizes();
    else state.textContent = say.unsure;
    rest(found[1], found[2]);
  });
}

// Two windows that fetch would clear away each other's stores: one does, and the other waits.
function alone(mine, work) {
  if (!navigator.locks) return work();
  return navigator.locks.request("ocop-fetch" + ENDING, { ifAvailable: true }, function (lock) {
    return lock ? work() : elsewhere(mine);
  });
}

function elsewhere(mine) {
  if (run !== mine) return;
  run = null;
  bar.hidden = true;
  form.onchange = null;
  state.textContent = say.elsewhere;
  buttons([]);
  navigator.locks.request("ocop-fetch" + ENDING, none).then(start);
}

function none() {
  return null;
}

function show(what) {
  keeper.querySelector("[data-" + what.replace(/[A-Z]/g, "-$&").toLowerCase() + "]").hidden = false;
}
