/** A command's output: lines for people, or with `--json` one JSON object per line for programs. */
export interface Output {
  readonly json: boolean;
  /** Prints a line for people. Nothing with `--json`. */
  line(text: string): void;
  /** Prints an object for programs. Nothing without `--json`. */
  object(value: object): void;
  /** Prints progress on standard error, where each line replaces the last on a terminal. Files and pipes get a line every 5 s at most. */
  progress(text: string): void;
  /** Awaits work, and prints the text as progress once that takes longer than a second. */
  during<Value>(text: string, work: Promise<Value>): Promise<Value>;
  /** Clears the progress line. */
  done(): void;
}

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

/** JSON doesn't escape some characters that terminals obey: C1 control characters and bidirectional marks. */
function asciiControls(text: string): string {
  return text.replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
