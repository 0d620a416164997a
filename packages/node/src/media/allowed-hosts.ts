/**
 * Where GREEN-API stores files, from addresses captured or published from 2024-11 to 2026-09. On its own domains everything is its own; on
 * the public bucket services only buckets with its names are, since anyone can have another one.
 */
export const greenApiHosts: readonly string[] = [
  "media.green-api.com",
  "*.media.green-api.com",
  "media.greenapi.com",
  "*.media.greenapi.com",
  "storage.greenapi.net",
  "*.storage.greenapi.net",
  "do-media-####.fra1.digitaloceanspaces.com",
  ...["storage.yandexcloud.net", "storage.yandexcloud.kz"].flatMap((service) =>
    ["sw-media", "sw-media-in", "sw-media-out", "sw-media-####", "media-####"].flatMap((bucket) => [
      `${bucket}.${service}`,
      `${service}/${bucket}`,
    ]),
  ),
];

/**
 * Whether one of the entries allows a URL: `files.example.com`, `*.example.com` for everything below it, `media-####.example.com`, where
 * each `#` stands for a digit, or any of these with the first part of the path, `files.example.com/bucket`.
 */
export function isAllowedHost({ hostname, pathname }: URL, entries: readonly string[]): boolean {
  const host = hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  const [, firstPart = ""] = pathname.split("/");
  return entries.some((entry) => {
    const [pattern = "", bucket] = entry.split("/");
    if (bucket !== undefined && !fits(firstPart, bucket)) return false;
    const name = pattern.toLowerCase();
    return name.startsWith("*.") ? host.endsWith(name.slice(1)) && host.length >= name.length : fits(host, name);
  });
}

/** @throws TypeError for an entry that no host can match, such as a URL. */
export function assertHosts(entries: readonly string[]): void {
  for (const entry of entries) {
    if (/^(\*\.)?[a-z0-9#._:-]+(\/[a-z0-9#._-]+)?$/i.test(entry)) continue;
    throw new TypeError(`Cannot download media: "hosts" has "${entry}", which is no host such as "files.example.com" or "*.example.com"`);
  }
}

function fits(text: string, pattern: string): boolean {
  return (
    text.length === pattern.length &&
    Array.from(pattern).every((character, index) => (character === "#" ? /\d/.test(text[index]!) : character === text[index]))
  );
}
