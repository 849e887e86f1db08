// QR codes as PNG files named by what they say, so that a file which exists is right.
// Four at a time: Eleventy renders all pages at once, and each code under way holds its bitmap.
import crypto from "node:crypto";
import fs from "node:fs";
import QRCode from "qrcode";

const MOST = 4;
const waiting = [];
let busy = 0;

async function drawn(text) {
  if (busy < MOST) busy++;
  else await new Promise((go) => waiting.push(go));
  try {
    return await QRCode.toBuffer(text, { type: "png", errorCorrectionLevel: "M", margin: 4, scale: 4 });
  } finally {
    if (waiting.length) waiting.shift()();
    else busy--;
  }
}

export async function qr(text, folder) {
  const name = crypto.createHash("sha1").update(text).digest("hex").slice(0, 16) + ".png";
  const path = `${folder}/${name}`;
  let png;
  if (fs.existsSync(path)) {
    png = fs.readFileSync(path);
  } else {
    png = await drawn(text);
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path, png);
  }
  return { name, size: png.readUInt32BE(16) };
}
