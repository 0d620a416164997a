/** What every error of a download says. No field holds a URL, a host, a file name or anything of the notification. */
export abstract class MediaError extends Error {
  /** The class, for where `instanceof` can't be used. */
  abstract override readonly name: string;
  /** A name for the cause that programs can compare. */
  readonly code: string;

  constructor(code: string, detail: string) {
    super(`Cannot download media: ${detail}`);
    this.code = code;
  }
}

/**
 * There is nothing to download: `NO_MEDIA`, or `NO_URL` where the notification has no address and there is no `client` to ask for one with, or
 * GREEN-API has none.
 */
export class MediaMissingError extends MediaError {
  /** Tells it from the other errors where `instanceof` can't be used. */
  override readonly name = "MediaMissingError";
}

/**
 * It isn't safe to download: `URL` (not https, or with a user or a port), `HOST` (not on the list), `ADDRESS` (the host isn't on the public
 * internet), `REDIRECTS` (too many), `TOO_LARGE`. Trying again changes nothing.
 */
export class MediaRefusedError extends MediaError {
  /** Tells it from the other errors where `instanceof` can't be used. */
  override readonly name = "MediaRefusedError";
}

/**
 * The download failed: `STATUS`, `INCOMPLETE` (fewer bytes than announced, or no length announced), `ENCODING` (compressed), `TIMEOUT`, or
 * the system's own code, such as `ECONNRESET` or `ENOSPC`. Trying again may help.
 */
export class MediaDownloadError extends MediaError {
  /** Tells it from the other errors where `instanceof` can't be used. */
  override readonly name = "MediaDownloadError";
  /** The HTTP status, for `STATUS`. */
  declare readonly status?: number;

  constructor(code: string, detail: string, status?: number) {
    super(code, detail);
    if (status !== undefined) this.status = status;
  }
}
