import type { Bitmap } from "./read-png.ts";

/** A QR code as lines for a terminal, two modules per character. `undefined` if the bitmap isn't one. */
export function qrLines(bitmap: Bitmap): readonly string[] | undefined {
  const { width, height, isDark } = bitmap;
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!isDark(x, y)) continue;
      [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
    }
  }
  if (right < 0) return undefined;
  // The finder pattern in the corner is seven modules wide.
  let run = 0;
  while (left + run <= right && isDark(left + run, top)) run++;
  const size = run / 7;
  const modules = Math.round((right - left + 1) / size);
  if (size < 1 || modules < 21 || modules > 177 || (modules - 17) % 4 !== 0) return undefined;
  const quiet = 2;
  const dark = (column: number, row: number): boolean =>
    column >= 0 &&
    row >= 0 &&
    column < modules &&
    row < modules &&
    isDark(Math.floor(left + (column + 0.5) * size), Math.floor(top + (row + 0.5) * size));
  const lines: string[] = [];
  for (let row = -quiet; row < modules + quiet; row += 2) {
    let line = "";
    // Light modules are printed, dark ones left blank: most terminals have a dark background.
    for (let column = -quiet; column < modules + quiet; column++)
      line += blocks[(dark(column, row) ? 0 : 2) + (dark(column, row + 1) ? 0 : 1)];
    lines.push(line);
  }
  return lines;
}

const blocks = [" ", "▄", "▀", "█"] as const;
