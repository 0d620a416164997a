import { element } from "./element.ts";
import { fetchDetail } from "./server-api.ts";

/** The last thumbnails, so that scrolling doesn't fetch them again. */
const known = new Map<number, string>();
const capacity = 300;

/** The thumbnail of a delivery, fetched when it is first shown. */
export function pictureOf(id: number, reveal: boolean): HTMLImageElement {
  const image = element("img", { attributes: { alt: "thumbnail" } });
  const held = known.get(id);
  if (held !== undefined) {
    image.src = jpeg(held);
    return image;
  }
  void load(id, reveal, image);
  return image;
}

async function load(id: number, reveal: boolean, image: HTMLImageElement): Promise<void> {
  // A delivery that is gone has no thumbnail.
  const thumbnail = await fetchDetail(id, reveal).then(
    (detail) => detail.thumbnail,
    () => undefined,
  );
  if (thumbnail === undefined) return;
  known.set(id, thumbnail);
  if (known.size > capacity) known.delete(known.keys().next().value!);
  image.src = jpeg(thumbnail);
}

/** The URL of an image. The server has validated that it is base64 of a JPEG. */
export function jpeg(base64: string): string {
  return `data:image/jpeg;base64,${base64}`;
}
