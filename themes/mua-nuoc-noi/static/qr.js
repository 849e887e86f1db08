// A QR code of any text, drawn by the browser: for what is known only there, such as a visitor's own
// list, and for links that a screen at a fair can't open. Source: ISO/IEC 18004, byte mode, level M.
(function () {
  "use strict";

  // Of each version from 1: error codewords a block, and how many blocks have how many codewords.
  var BLOCKS = [
    [10, 1, 16], [16, 1, 28], [26, 1, 44], [18, 2, 32], [24, 2, 43], [16, 4, 27], [18, 4, 31],
    [22, 2, 38, 2, 39], [22, 3, 36, 2, 37], [26, 4, 43, 1, 44], [30, 1, 50, 4, 51],
    [22, 6, 36, 2, 37], [22, 8, 37, 1, 38], [24, 4, 40, 5, 41], [24, 5, 41, 5, 42],
    [28, 7, 45, 3, 46], [28, 10, 46, 1, 47], [26, 9, 43, 4, 44], [26, 3, 44, 11, 45],
    [26, 3, 41, 13, 42],
  ];
  var CENTRES = [
    [], [18], [22], [26], [30], [34], [22, 38], [24, 42], [26, 46], [28, 50], [30, 54], [32, 58],
    [34, 62], [26, 46, 66], [26, 48, 70], [26, 50, 74], [30, 54, 78], [30, 56, 82], [30, 58, 86],
    [34, 62, 90],
  ];
  var MASKS = [
    function (r, c) { return (r + c) % 2; },
    function (r) { return r % 2; },
    function (r, c) { return c % 3; },
    function (r, c) { return (r + c) % 3; },
    function (r, c) { return ((r >> 1) + Math.floor(c / 3)) % 2; },
    function (r, c) { return ((r * c) % 2) + ((r * c) % 3); },
    function (r, c) { return (((r * c) % 2) + ((r * c) % 3)) % 2; },
    function (r, c) { return (((r + c) % 2) + ((r * c) % 3)) % 2; },
  ];
  var QUIET = 4;

  var EXP = [], LOG = [];
  for (var i = 0, x = 1; i < 255; i++) {
    EXP[i] = EXP[i + 255] = x;
    LOG[x] = i;
    x = (x << 1) ^ (x & 128 ? 285 : 0);
  }

  // The remainder of the data as a polynomial, divided by the generator of that degree.
  function corrections(data, degree) {
    var generator = [1];
    for (var i = 0; i < degree; i++) {
      var next = generator.concat(0);
      generator.forEach(function (each, at) {
        if (each) next[at + 1] ^= EXP[LOG[each] + i];
      });
      generator = next;
    }
    var rest = data.concat(new Array(degree).fill(0));
    for (var at = 0; at < data.length; at++) {
      var factor = rest[at];
      if (!factor) continue;
      for (var k = 0; k <= degree; k++) rest[at + k] ^= EXP[LOG[generator[k]] + LOG[factor]];
    }
    return rest.slice(data.length);
  }

  function room(version) {
    var row = BLOCKS[version - 1], sum = 0;
    for (var i = 1; i < row.length; i += 2) sum += row[i] * row[i + 1];
    return sum;
  }

  function codewords(bytes, version) {
    var bits = [], size = version < 10 ? 8 : 16, most = room(version);
    function put(value, count) {
      for (var i = count - 1; i >= 0; i--) bits.push((value >> i) & 1);
    }
    put(4, 4);
    put(bytes.length, size);
    bytes.forEach(function (each) { put(each, 8); });
    put(0, Math.min(4, most * 8 - bits.length));
    while (bits.length % 8) bits.push(0);
    var data = [];
    for (var i = 0; i < bits.length; i += 8) data.push(parseInt(bits.slice(i, i + 8).join(""), 2));
    for (var pad = 236; data.length < most; pad ^= 253) data.push(pad); // 236 and 17 in turn

    var row = BLOCKS[version - 1], parts = [], start = 0;
    for (var at = 1; at < row.length; at += 2) {
      for (var n = 0; n < row[at]; n++, start += row[at + 1]) {
        parts.push(data.slice(start, start + row[at + 1]));
      }
    }
    var ends = parts.map(function (part) { return corrections(part, row[0]); });
    return woven(parts).concat(woven(ends));
  }

  function woven(parts) {
    var found = [], longest = Math.max.apply(null, parts.map(function (part) { return part.length; }));
    for (var at = 0; at < longest; at++) {
      parts.forEach(function (part) { if (at < part.length) found.push(part[at]); });
    }
    return found;
  }

  function checked(value, generator, length) {
    var rest = value << length;
    for (var i = 31; i >= length; i--) if ((rest >>> i) & 1) rest ^= generator << (i - length);
    return (value << length) | rest;
  }

  function Grid(version) {
    var side = 17 + 4 * version, rows = [], fixed = [];
    for (var i = 0; i < side; i++) {
      rows.push(new Array(side).fill(0));
      fixed.push(new Array(side).fill(false));
    }
    function set(r, c, dark) {
      if (r < 0 || c < 0 || r >= side || c >= side) return;
      rows[r][c] = dark ? 1 : 0;
      fixed[r][c] = true;
    }
    [[3, 3], [3, side - 4], [side - 4, 3]].forEach(function (at) {
      for (var r = -4; r <= 4; r++) {
        for (var c = -4; c <= 4; c++) {
          var far = Math.max(Math.abs(r), Math.abs(c));
          set(at[0] + r, at[1] + c, far !== 2 && far !== 4);
        }
      }
    });
    for (var k = 8; k < side - 8; k++) {
      set(6, k, k % 2 === 0);
      set(k, 6, k % 2 === 0);
    }
    var centres = CENTRES[version - 1].length ? [6].concat(CENTRES[version - 1]) : [];
    centres.forEach(function (r) {
      centres.forEach(function (c) {
        var corner = (r === 6 && c === 6) || (r === 6 && c === side - 7) || (r === side - 7 && c === 6);
        if (corner) return;
        for (var y = -2; y <= 2; y++) {
          for (var x = -2; x <= 2; x++) set(r + y, c + x, Math.max(Math.abs(y), Math.abs(x)) !== 1);
        }
      });
    });
    if (version > 6) {
      var told = checked(version, 7973, 12);
      for (var b = 0; b < 18; b++) {
        set(Math.floor(b / 3), side - 11 + (b % 3), (told >> b) & 1);
        set(side - 11 + (b % 3), Math.floor(b / 3), (told >> b) & 1);
      }
    }
    this.side = side;
    this.rows = rows;
    this.fixed = fixed;
    this.set = set;
    this.form(0); // keeps its place free of data
  }

  // Level M is 0 in its two bits, then the mask.
  Grid.prototype.form = function (mask) {
    var told = checked(mask, 1335, 10) ^ 21522, side = this.side;
    for (var b = 0; b < 15; b++) {
      var dark = (told >> b) & 1;
      this.set(b < 6 ? b : b < 8 ? b + 1 : side - 15 + b, 8, dark);
      this.set(8, b < 8 ? side - 1 - b : b < 9 ? 7 : 14 - b, dark);
    }
    this.set(side - 8, 8, 1);
  };

  Grid.prototype.fill = function (words) {
    var at = 0, up = true;
    for (var right = this.side - 1; right > 0; right -= 2) {
      if (right === 6) right--;
      for (var step = 0; step < this.side; step++) {
        var r = up ? this.side - 1 - step : step;
        for (var c = right; c > right - 2; c--) {
          if (this.fixed[r][c]) continue;
          this.rows[r][c] = at >> 3 < words.length ? (words[at >> 3] >> (7 - (at & 7))) & 1 : 0;
          at++;
        }
      }
      up = !up;
    }
  };

  Grid.prototype.masked = function (mask) {
    var fixed = this.fixed;
    this.form(mask);
    return this.rows.map(function (row, r) {
      return row.map(function (dark, c) {
        return fixed[r][c] ? dark : dark ^ (MASKS[mask](r, c) === 0 ? 1 : 0);
      });
    });
  };

  function penalty(rows) {
    var side = rows.length, sum = 0, dark = 0;
    function line(text) {
      (text.match(/0{5,}|1{5,}/g) || []).forEach(function (run) { sum += run.length - 2; });
      for (var at = text.indexOf("1011101"); at >= 0; at = text.indexOf("1011101", at + 1)) {
        if (text.slice(at - 4, at) === "0000" || text.slice(at + 7, at + 11) === "0000") sum += 40;
      }
    }
    for (var r = 0; r < side; r++) {
      var down = "";
      for (var c = 0; c < side; c++) {
        down += rows[c][r];
        dark += rows[r][c];
        if (r && c) {
          var four = rows[r][c] + rows[r - 1][c] + rows[r][c - 1] + rows[r - 1][c - 1];
          if (four === 0 || four === 4) sum += 3;
        }
      }
      line(rows[r].join(""));
      line(down);
    }
    return sum + 10 * Math.floor(Math.abs((dark * 20) / (side * side) - 10));
  }

  // The modules of a text's code as rows of 0 and 1; null for one that is too long to be read well.
  function matrix(text) {
    var bytes = Array.from(new TextEncoder().encode(text)), version = 1;
    while (version <= BLOCKS.length && room(version) * 8 < 4 + (version < 10 ? 8 : 16) + 8 * bytes.length) {
      version++;
    }
    if (version > BLOCKS.length) return null;
    var grid = new Grid(version), best = null, least = Infinity;
    grid.fill(codewords(bytes, version));
    MASKS.forEach(function (_, mask) {
      var rows = grid.masked(mask), points = penalty(rows);
      if (points < least) {
        least = points;
        best = rows;
      }
    });
    return best;
  }

  // An SVG element, black on white whatever the page's colours are.
  function drawn(text, words) {
    var rows = matrix(text);
    if (!rows) return null;
    var side = rows.length + 2 * QUIET, path = "";
    rows.forEach(function (row, r) {
      row.forEach(function (dark, c) {
        if (dark) path += "M" + (c + QUIET) + " " + (r + QUIET) + "h1v1h-1z";
      });
    });
    var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 " + side + " " + side);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", words);
    svg.setAttribute("shape-rendering", "crispEdges");
    [["M0 0h" + side + "v" + side + "H0z", "white"], [path, "black"]].forEach(function (each) {
      var part = document.createElementNS("http://www.w3.org/2000/svg", "path");
      part.setAttribute("d", each[0]);
      part.setAttribute("fill", each[1]);
      svg.appendChild(part);
    });
    return svg;
  }

  window.ocopQr = { matrix: matrix, drawn: drawn };
})();
