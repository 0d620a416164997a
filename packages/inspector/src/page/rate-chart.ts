import { byId } from "./element.ts";
import type { DeliveryRow } from "./inspector-messages.ts";

const seconds = 60;

interface Second {
  count: number;
  problems: number;
  slowest: number;
}

/** A chart of the last minute: deliveries per second as bars, failures in red, the slowest response as a line. */
export class RateChart {
  readonly #canvas: HTMLCanvasElement;
  readonly #text: HTMLElement = byId("chart-text", HTMLElement);
  readonly #seconds = new Map<number, Second>();
  #lastId = 0;

  constructor() {
    const canvas = document.querySelector("#chart canvas");
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error("The page has no chart");
    this.#canvas = canvas;
    setInterval(() => this.draw(), 1_000);
    new ResizeObserver(() => this.draw()).observe(canvas);
  }

  /** Counts each delivery once, even if it is added again. */
  add(rows: readonly DeliveryRow[]): void {
    const oldest = Math.floor(Date.now() / 1_000) - seconds;
    for (const { id, at, took, status } of rows) {
      if (id <= this.#lastId) continue;
      this.#lastId = id;
      const second = Math.floor(at / 1_000);
      if (second < oldest) continue;
      const counted = this.#seconds.get(second) ?? { count: 0, problems: 0, slowest: 0 };
      counted.count++;
      if (status !== 200) counted.problems++;
      counted.slowest = Math.max(counted.slowest, took);
      this.#seconds.set(second, counted);
    }
  }

  draw(): void {
    const now = Math.floor(Date.now() / 1_000);
    for (const second of this.#seconds.keys()) if (second <= now - seconds) this.#seconds.delete(second);
    const all = Array.from({ length: seconds }, (_, index) => this.#seconds.get(now - seconds + 1 + index));
    const most = Math.max(1, ...all.map((each) => each?.count ?? 0));
    const slowest = Math.max(1, ...all.map((each) => each?.slowest ?? 0));
    this.#describe(all, most, slowest);

    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const scale = devicePixelRatio;
    this.#canvas.width = width * scale;
    this.#canvas.height = height * scale;
    const context = this.#canvas.getContext("2d");
    if (context === null || width === 0) return;
    context.scale(scale, scale);
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string): string => style.getPropertyValue(name);
    const step = width / seconds;
    context.fillStyle = colour("--line");
    context.fillRect(0, height - 1, width, 1);
    for (const [index, each] of all.entries()) {
      if (each === undefined) continue;
      const tall = Math.max(2, (each.count / most) * (height - 6));
      context.fillStyle = colour("--good");
      context.globalAlpha = 0.55;
      context.fillRect(index * step, height - tall, Math.max(1, step - 1), tall);
      context.globalAlpha = 1;
      const wrong = (each.problems / most) * (height - 6);
      context.fillStyle = colour("--bad");
      if (wrong > 0) context.fillRect(index * step, height - Math.max(2, wrong), Math.max(1, step - 1), Math.max(2, wrong));
    }
    context.strokeStyle = colour("--text");
    context.lineWidth = 1.25;
    context.beginPath();
    for (const [index, each] of all.entries()) {
      const y = height - 1 - ((each?.slowest ?? 0) / slowest) * (height - 6);
      if (index === 0) context.moveTo(0, y);
      else context.lineTo((index + 0.5) * step, y);
    }
    context.stroke();
  }

  #describe(all: readonly (Second | undefined)[], most: number, slowest: number): void {
    const total = all.reduce((sum, each) => sum + (each?.count ?? 0), 0);
    const text = total === 0 ? "no deliveries in 60 s" : `${total} in 60 s, peak ${most}/s\nslowest ${Math.round(slowest)} ms`;
    if (this.#text.textContent === text) return;
    this.#text.textContent = text;
    this.#canvas.setAttribute("aria-label", `The last minute: ${text}`);
  }
}
