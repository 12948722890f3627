// PNG pictures made here: a lit disc on a gradient, so that two of them differ by a motion.
import { deflateSync, crc32 as zlibCrc32 } from "node:zlib";

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crc32 = zlibCrc32 ?? ((bytes) => {
  let c = 0xffffffff;
  for (const byte of bytes) c = table[(c ^ byte) & 255] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
});

function chunk(type, data) {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const crc = Buffer.alloc(4);
  crc.writeUInt32BE(crc32(named) >>> 0);
  return Buffer.concat([head, named, crc]);
}

/** `at` from 0 to 1 is where the disc stands; `noise` keeps the file from becoming small. */
export function picture(width, height, at, { noise = 0 } = {}) {
  const raw = Buffer.alloc((width * 3 + 1) * height);
  const cx = width * (0.2 + 0.6 * at);
  const cy = height / 2;
  const radius = height / 5;
  let seed = 12345;
  let o = 0;
  for (let y = 0; y < height; y += 1) {
    raw[o++] = 0;
    for (let x = 0; x < width; x += 1) {
      const inside = (x - cx) ** 2 + (y - cy) ** 2 < radius ** 2;
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      const grain = noise ? (seed >>> 16) % noise : 0;
      raw[o++] = Math.min(255, (inside ? 240 : (x * 160) / width) + grain);
      raw[o++] = Math.min(255, (inside ? 200 : (y * 160) / height) + grain);
      raw[o++] = Math.min(255, (inside ? 90 : 120) + grain);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head), chunk("IDAT", deflateSync(raw)), chunk("IEND", Buffer.alloc(0)),
  ]);
}
