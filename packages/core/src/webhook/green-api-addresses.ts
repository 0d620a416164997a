/**
 * The addresses that GREEN-API's page on webhooks lists as its senders, as of `date`. Data, enforced nowhere by default: the list moves about
 * once a year, and differs by product (it is the WhatsApp page's). Begin with `mode: "report"`.
 *
 * @see https://green-api.com/en/docs/api/receiving/technology-webhook-endpoint/
 *
 * @example
 * const sourceAddresses = { isAllowed: addressList(greenApiAddresses.addresses), mode: "report" };
 */
export const greenApiAddresses: { readonly date: string; readonly addresses: readonly string[] } = {
  date: "2026-07-15",
  addresses: [
    "46.101.109.139",
    "51.250.12.167",
    "51.250.84.44",
    "51.250.95.149",
    "89.169.137.216",
    "158.160.49.84",
    "165.22.93.202",
    "167.172.162.71",
    "104.248.252.93",
    "158.160.139.176",
    "64.226.111.11",
    "207.154.255.195",
  ],
};
