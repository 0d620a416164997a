/** The tokens that a contract handler accepts, as they would be typed into `webhookUrlToken`: the last two are of the kind `Basic`. */
export const contractTokens = [
  "contract-token",
  "contract-token-to-come",
  "Basic Y29udHJhY3Q6dG9rZW4=",
  // "Jürgen:pass:word" in UTF-8.
  "Basic SsO8cmdlbjpwYXNzOndvcmQ=",
] as const;
