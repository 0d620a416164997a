/** Where a command prints: lines for people, or with `--json` one JSON object a line for programs. */
export interface Output {
  readonly json: boolean;
  /** A line for people. Nothing with `--json`. */
  line(text: string): void;
  /** An object for programs. Nothing without `--json`. */
  object(value: object): void;
  /** How far something is that takes longer than a second: on standard error, and overwritten where that is a terminal. */
  progress(text: string): void;
  /** Waits for something, and says for what once that takes longer than a second. */
  during<Value>(text: string, work: Promise<Value>): Promise<Value>;
  /** Takes the last progress off a terminal. */
  done(): void;
}

/** Makes the output of a command. */
export function createOutput(json: boolean): Output {
  const live = process.stderr.isTTY && process.env["TERM"] !== "dumb";
  let shown = false;
  let last = "";
  let lastAt = 0;
  const output: Output = {
    json,
    line: (text) => {
      if (!json) console.log(text);
    },
    object: (value) => {
      if (json) console.log(asciiControls(JSON.stringify(value)));
    },
    progress: (text) => {
      // A file or a pipe gets a line now and then.
      if (json || text === last || (!live && Date.now() - lastAt < 5_000)) return;
      last = text;
      lastAt = Date.now();
      process.stderr.write(live ? `\r\x1b[2K${text}` : `${text}\n`);
      shown = live;
    },
    during: async (text, work) => {
      const late = setTimeout(() => output.progress(text), 1_000);
      try {
        return await work;
      } finally {
        clearTimeout(late);
        output.done();
      }
    },
    done: () => {
      if (shown) process.stderr.write("\r\x1b[2K");
      shown = false;
    },
  };
  return output;
}

/** JSON leaves alone what some terminals obey: the second set of control characters, and marks that turn the direction of writing. */
function asciiControls(text: string): string {
  return text.replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
