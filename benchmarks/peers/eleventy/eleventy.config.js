import fs from "node:fs";
import Image from "@11ty/eleventy-img";
import { PICTURES } from "./pictures.js";
import { qr } from "./qr.js";

const BASE = "https://ocop.example";
const PER_PAGE = 48;
const table = (name) => JSON.parse(fs.readFileSync(`data/${name}.json`, "utf8"));

export default function (config) {
  config.addPassthroughCopy({ "static/style.css": "style.css" });

  // Eleventy copies plain global data for every page; frozen tables are shared.
  const [groups, communes, producers] = ["groups", "communes", "producers"].map(table);
  for (const [name, rows] of Object.entries({ groups, communes, producers })) {
    config.addGlobalData(name, Object.freeze(rows));
  }

  const kinds = [
    ["stars", "sao", (key) => `${key} sao`],
    ["group", "nhom", (key) => groups[key]],
    ["commune", "xa", (key) => communes[key]],
    ["producer", "chu-the", (key) => producers[key].name],
  ];
  const newestFirst = (api) => api.getFilteredByGlob("src/products/*.md").reverse();
  const lists = (api) => {
    const products = newestFirst(api);
    return kinds.map(([field, folder, nameOf]) => {
      const found = new Map();
      for (const product of products) {
        const key = String(product.data[field]);
        if (!found.has(key)) found.set(key, []);
        found.get(key).push(product);
      }
      const terms = [...found.keys()].sort().map((key) => ({
        name: nameOf(key),
        url: `/${folder}/${key}/`,
        products: found.get(key),
      }));
      return { url: `/${folder}/`, terms };
    });
  };
  const paged = (term) => {
    const pages = Math.ceil(term.products.length / PER_PAGE);
    const url = (number) => (number === 1 ? term.url : `${term.url}page/${number}/`);
    return Array.from({ length: pages }, (_, index) => ({
      name: term.name,
      count: term.products.length,
      products: term.products.slice(index * PER_PAGE, (index + 1) * PER_PAGE),
      number: index + 1,
      pages,
      url: url(index + 1),
      before: index ? url(index) : null,
      after: index + 1 < pages ? url(index + 2) : null,
    }));
  };
  config.addCollection("products", newestFirst);
  config.addCollection("lists", lists);
  config.addCollection("listPages", (api) => lists(api).flatMap((list) => list.terms.flatMap(paged)));

  config.addFilter("dong", (price) => String(price).replace(/\B(?=(\d{3})+$)/g, ".") + " đ");
  config.addFilter("starred", (stars) => "★".repeat(stars));
  config.addFilter("absolute", (url) => BASE + url);
  config.addFilter("rfc822", (date) => date.toUTCString());

  // Pictures come first, so that templates need only look them up.
  const pictures = new Map();
  config.on("eleventy.before", async () => {
    const files = fs.existsSync("photos") ? fs.readdirSync("photos") : [];
    const made = files.map(async (file) => pictures.set(file, (await Image(`photos/${file}`, PICTURES)).webp));
    await Promise.all(made);
  });
  config.addFilter("smallest", (photo) => pictures.get(photo)[0]);
  config.addShortcode("photo", (photo, alt) => {
    const made = pictures.get(photo);
    const largest = made[made.length - 1];
    const srcset = made.map((each) => each.srcset).join(", ");
    return `<img src="${made[1].url}" srcset="${srcset}" sizes="(min-width: 60em) 50vw, 100vw" width="${largest.width}" height="${largest.height}" alt="${alt}">`;
  });
  config.addAsyncShortcode("qr", async (text, alt) => {
    const code = await qr(text, "_site/qr");
    return `<img class="qr" src="/qr/${code.name}" width="${code.size}" height="${code.size}" alt="Mã QR: ${alt}">`;
  });
  return { dir: { input: "src", output: "_site" }, markdownTemplateEngine: false, htmlTemplateEngine: "njk" };
}
