/** The templates, each a folder of that name in `templates`, and what each is. */
export const templates = {
  node: "a server on Node with the durable inbox; Docker and systemd",
  workers: "a Cloudflare Worker",
} as const;

/** The name of a template. */
export type Template = keyof typeof templates;

export function isTemplate(name: string): name is Template {
  return Object.hasOwn(templates, name);
}
