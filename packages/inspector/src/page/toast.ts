import { byId } from "./element.ts";

let timer: ReturnType<typeof setTimeout> | undefined;

/** Shows a text at the bottom of the page for a moment. */
export function toast(text: string): void {
  const place = byId("toast", HTMLElement);
  place.textContent = text;
  clearTimeout(timer);
  timer = setTimeout(() => (place.textContent = ""), 2_500);
}
