import { callBackLater } from "#lifetime";

const windowMilliseconds = 60_000;

/** A stranger can make neither lines nor keys without end. */
const maxKeys = 50;

/**
 * Limits equal lines: `write` is called at once with the first, and then once a minute with the latest and how many there were since: at the next
 * line after the minute, or by a timer where timers don't keep a process alive. Lines are equal if their keys are; while there are too many
 * different ones, their groups are compared, of which there must be few.
 */
export function repeatedLines<Line>(write: (line: Line, more: number) => void): (line: Line, key: string, group: string) => void {
  const open = new Map<string, { line: Line; more: number }>();
  let endsAt = 0;
  let hasTimer = false;

  /** What came again stays open: the next like it isn't a first one. */
  const endWindow = (): void => {
    hasTimer = false;
    endsAt = performance.now() + windowMilliseconds;
    for (const [key, { line, more }] of open) {
      if (more === 0) open.delete(key);
      else {
        open.set(key, { line, more: 0 });
        write(line, more);
      }
    }
  };

  return (line, key, group) => {
    if (performance.now() >= endsAt) endWindow();
    const counted = open.has(key) || open.size < maxKeys ? key : group;
    const like = open.get(counted);
    open.set(counted, { line, more: like === undefined ? 0 : like.more + 1 });
    if (like === undefined) write(line, 0);
    else hasTimer ||= callBackLater(endWindow, endsAt - performance.now());
  };
}
