// What eleventy-img makes of each photo. Started by itself, it makes those of the files it is given
// and says what each became.
import { pathToFileURL } from "node:url";
import Image from "@11ty/eleventy-img";

export const PICTURES = {
  widths: [480, 800, 1600],
  formats: ["webp"],
  outputDir: "_site/img/",
  urlPath: "/img/",
  sharpWebpOptions: { quality: 78, effort: 4 },
};

const [, script, ...files] = process.argv;
if (import.meta.url === pathToFileURL(script).href) {
  const made = {};
  for (const file of files) {
    const { webp } = await Image(file, PICTURES);
    made[file] = Object.fromEntries(webp.map((each) => [each.width, each.outputPath]));
  }
  console.log(JSON.stringify(made));
}
