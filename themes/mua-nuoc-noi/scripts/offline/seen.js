// The page that was wanted and is not here; those that were seen and are.

function showLacking() {
  var wanted = new URLSearchParams(location.search).get("from");
  var box = document.querySelector("[data-lacking]");
  if (wanted === null || !box) return;
  var url = new URL(wanted, ROOT);
  if (url.href.indexOf(ROOT) !== 0) return; // an address that somebody made up
  box.hidden = false;
  box.querySelector("[data-again]").href = url.href;
  keeper.before(document.querySelector("[data-seen]"));
  addEventListener("online", function () { location.replace(url.href); });
}

function showSeen() {
  var box = document.querySelector("[data-seen]");
  var here = location.origin + location.pathname;
  if (!box || !window.caches || !/^http/.test(location.protocol)) return;
  caches.open("ocop-1" + OWN).then(function (store) {
    return store.keys().then(function (requests) {
      var pages = requests.filter(function (each) { return /\/$/.test(each.url) && each.url !== here; }).reverse().slice(0, 48);
      return Promise.all(pages.map(function (request) {
        return store.match(request)
          .then(function (found) { return found.text(); })
          .then(function (html) { return [request.url, title(html)]; });
      }));
    });
  }).then(function (found) {
    var list = box.querySelector("ul");
    found.filter(function (each) { return each[1]; }).forEach(function (each) {
      var link = document.createElement("a");
      link.href = each[0];
      link.textContent = each[1];
      list.appendChild(document.createElement("li")).appendChild(link);
    });
    box.hidden = !list.children.length;
  }).catch(function () {});
}

function title(html) {
  var found = new DOMParser().parseFromString(html, "text/html").querySelector("h1");
  return found ? found.textContent : "";
}
