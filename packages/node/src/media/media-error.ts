/** The base of all errors of a download. They may name the host; no field holds a URL, a path, a file name or text of the notification. */
export abstract class MediaError extends Error {
  /** The name of the class, for where `instanceof` would compare with another copy of the package. */
  abstract override readonly name: string;
  /** The cause, for programs: the classes list theirs. */
  readonly code: string;

  constructor(code: string, detail: string) {
    super(`Cannot download media: ${detail}`);
    this.code = code;
  }
}

/** There is nothing to download: `NO_MEDIA`, or `NO_URL` where the notification has no URL and there is no `client`, or GREEN-API has none. */
export class MediaMissingError extends MediaError {
  override readonly name = "MediaMissingError";
}

/**
 * It isn't safe to download: `URL` (not https, or with a user or a port), `HOST` (not GREEN-API's, and not in `hosts`), `ADDRESS` (the host
 * isn't on the public internet), `REDIRECTS` (too many), `TOO_LARGE`. A retry changes nothing.
 */
export class MediaRefusedError extends MediaError {
  override readonly name = "MediaRefusedError";
}

/**
 * The download failed: `STATUS`, `INCOMPLETE` (fewer bytes than announced, or no length announced), `ENCODING` (compressed), `TIMEOUT`, or
 * the system's own code, such as `ECONNRESET` or `ENOSPC`. A retry may help.
 */
export class MediaDownloadError extends MediaError {
  override readonly name = "MediaDownloadError";
  /** The HTTP status, for `STATUS`. */
  declare readonly status?: number;

  constructor(code: string, detail: string, status?: number) {
    super(code, detail);
    if (status !== undefined) this.status = status;
  }
}
