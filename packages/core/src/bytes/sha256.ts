/**
 * The SHA-256 of a text's UTF-8, base64url (43 characters). The runtime's own where it has a synchronous one (Node, Bun, Deno, Workers with
 * `nodejs_compat`), else the one below: Web Crypto's is asynchronous, and a package adds 2.6 kB to a Worker where this adds 0.9.
 */
export function sha256(text: string): string {
  const crypto = globalThis.process?.getBuiltinModule?.("node:crypto");
  return crypto === undefined ? portableSha256(text) : crypto.createHash("sha256").update(text).digest("base64url");
}

/** The same on any runtime, after FIPS 180-4. */
export function portableSha256(text: string): string {
  const message = new TextEncoder().encode(text);
  const { initialHash, rounds } = constantsOnce();
  const hash = Int32Array.from(initialHash);
  const words = new Int32Array(64);
  const rest = message.length % 64;
  for (let start = 0; start < message.length - rest; start += 64) compress(hash, words, rounds, message, start);
  const end = paddedEnd(message, rest);
  for (let start = 0; start < end.length; start += 64) compress(hash, words, rounds, end, start);
  const bytes = Array.from(hash, (word) => [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255]).flat();
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace("=", "");
}

/** The last bytes, a 1 bit, zeros, and the message's length in bits: one or two blocks. */
function paddedEnd(message: Uint8Array, rest: number): Uint8Array {
  const end = new Uint8Array(rest < 56 ? 64 : 128);
  end.set(message.subarray(message.length - rest));
  end[rest] = 0x80;
  const view = new DataView(end.buffer);
  view.setUint32(end.length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(end.length - 4, message.length << 3);
  return end;
}

/** Adds a block of 64 bytes to the hash. */
function compress(hash: Int32Array, words: Int32Array, rounds: readonly number[], bytes: Uint8Array, start: number): void {
  for (let index = 0, at = start; index < 16; index += 1, at += 4) {
    words[index] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
  }
  for (let index = 16; index < 64; index += 1) {
    const early = words[index - 15]!;
    const late = words[index - 2]!;
    const sigma0 = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3);
    const sigma1 = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10);
    words[index] = words[index - 16]! + sigma0 + words[index - 7]! + sigma1;
  }
  let a = hash[0]!;
  let b = hash[1]!;
  let c = hash[2]!;
  let d = hash[3]!;
  let e = hash[4]!;
  let f = hash[5]!;
  let g = hash[6]!;
  let h = hash[7]!;
  for (let index = 0; index < 64; index += 1) {
    const sum1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const one = (h + sum1 + ((e & f) ^ (~e & g)) + rounds[index]! + words[index]!) | 0;
    const sum0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    const other = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + other) | 0;
  }
  hash[0]! += a;
  hash[1]! += b;
  hash[2]! += c;
  hash[3]! += d;
  hash[4]! += e;
  hash[5]! += f;
  hash[6]! += g;
  hash[7]! += h;
}

function rotated(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

interface Constants {
  readonly initialHash: readonly number[];
  readonly rounds: readonly number[];
}

let constants: Constants | undefined;

/** The first 32 bits of the fractions of the first primes' square and cube roots. Lists of them are a third of a kilobyte, which doesn't compress. */
function constantsOnce(): Constants {
  if (constants === undefined) {
    const primes: number[] = [];
    for (let candidate = 2; primes.length < 64; candidate += 1) {
      if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
    }
    constants = {
      initialHash: primes.slice(0, 8).map((prime) => fractionOf(Math.sqrt(prime))),
      rounds: primes.map((prime) => fractionOf(Math.cbrt(prime))),
    };
  }
  return constants;
}

function fractionOf(root: number): number {
  return ((root % 1) * 2 ** 32) | 0;
}
