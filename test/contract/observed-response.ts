/** The response to a POST, in a word or two. */
export async function observedResponse(url: string, body: string | ReadableStream, token: string): Promise<string> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body, duplex: "half" });
  const text = await response.text();
  const code = /^\{"code":"([A-Z_]+)","message":/.exec(text)?.[1];
  if (text.startsWith('{"ok":true')) return String(response.status);
  return code === undefined ? `${response.status} of its own` : `${response.status} ${code}`;
}
