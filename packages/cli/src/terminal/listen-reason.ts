/** Why a server can't listen on an address, and which option to change. */
export function listenReason(error: unknown, options: { readonly port: string; readonly host: string }): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case "EADDRINUSE":
      return `the port is in use; choose another with ${options.port}`;
    case "EACCES":
      return `permission denied for this port (EACCES); choose one above 1023 with ${options.port}`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `this machine has no such address (${code}); choose another with ${options.host}`;
    default:
      return code ?? message;
  }
}
