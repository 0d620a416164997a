import { inflateSync } from "node:zlib";

/** A black and white image. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly isDark: (x: number, y: number) => boolean;
}

const signature = "89504e470d0a1a0a";
const channelsByType: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const maxSide = 4_096;

/**
 * Decodes a PNG in the forms that QR codes come in: not interlaced, up to 8 bits per channel. `undefined` for any other.
 */
export function readPng(bytes: Buffer): Bitmap | undefined {
  if (bytes.subarray(0, 8).toString("hex") !== signature) return undefined;
  const chunks = chunksIn(bytes);
  const header = chunks.find(({ type }) => type === "IHDR")?.data;
  if (header === undefined || header.length < 13) return undefined;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth = 0, type = 0, , , interlaced] = header.subarray(8);
  const channels = channelsByType[type];
  if (channels === undefined || depth > 8 || interlaced !== 0 || width > maxSide || height > maxSide) return undefined;
  const stride = Math.ceil((width * channels * depth) / 8);
  const packed = Buffer.concat(chunks.filter((chunk) => chunk.type === "IDAT").map(({ data }) => data));
  let raw: Buffer;
  try {
    raw = inflateSync(packed, { maxOutputLength: (stride + 1) * height });
  } catch {
    return undefined;
  }
  if (raw.length < (stride + 1) * height) return undefined;
  const rows = unfilter(raw, stride, height, Math.max(1, (channels * depth) >> 3));
  const palette = chunks.find((chunk) => chunk.type === "PLTE")?.data;
  const sample = (x: number, y: number, channel: number): number => {
    const bit = (x * channels + channel) * depth;
    return (rows[y * stride + (bit >> 3)]! >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
  };
  return {
    width,
    height,
    isDark: (x, y) => {
      const first = sample(x, y, 0);
      if (type === 3) return (palette?.[first * 3] ?? 255) + (palette?.[first * 3 + 1] ?? 255) + (palette?.[first * 3 + 2] ?? 255) < 384;
      const opaque = type === 4 ? sample(x, y, 1) : type === 6 ? sample(x, y, 3) : 1;
      return opaque > 0 && first < 2 ** (depth - 1);
    },
  };
}

function chunksIn(bytes: Buffer): { type: string; data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at + 8 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    chunks.push({ type: bytes.toString("latin1", at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** Undoes the filter of each row. */
function unfilter(raw: Buffer, stride: number, height: number, step: number): Uint8Array {
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)]!;
    for (let x = 0; x < stride; x++) {
      const left = x >= step ? rows[y * stride + x - step]! : 0;
      const up = y > 0 ? rows[(y - 1) * stride + x]! : 0;
      const upLeft = x >= step && y > 0 ? rows[(y - 1) * stride + x - step]! : 0;
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter] ?? 0;
      rows[y * stride + x] = raw[y * (stride + 1) + 1 + x]! + predicted;
    }
  }
  return rows;
}

function paeth(left: number, up: number, upLeft: number): number {
  const guess = left + up - upLeft;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - upLeft)];
  return a <= b && a <= c ? left : b <= c ? up : upLeft;
}
