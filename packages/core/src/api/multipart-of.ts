/** A form with one JPEG in it, as the field `file`. */
export function multipartOf(file: Uint8Array): { readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array } {
  // 100 random bits: it can't occur in the file.
  const boundary = `greenhook-${[0, 0].map(() => Math.random().toString(36).slice(2, 13)).join("")}`;
  const encoder = new TextEncoder();
  const head = encoder.encode(
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="picture.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`,
  );
  const tail = encoder.encode(`\r\n--${boundary}--\r\n`);
  const body = new Uint8Array(head.byteLength + file.byteLength + tail.byteLength);
  body.set(head);
  body.set(file, head.byteLength);
  body.set(tail, head.byteLength + file.byteLength);
  return { headers: { "content-type": `multipart/form-data; boundary=${boundary}` }, body };
}
