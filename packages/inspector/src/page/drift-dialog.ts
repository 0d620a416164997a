import { byId, element } from "./element.ts";
import { fetchDrift, reasonOf } from "./server-api.ts";
import { toast } from "./toast.ts";

/** Shows how notifications differed from their documented types. */
export async function showDrift(): Promise<void> {
  try {
    const { entries, omitted } = await fetchDrift();
    const rows = entries.map(({ type, path, difference, count }) =>
      element("tr", {}, element("td", {}, type), element("td", {}, path), element("td", {}, difference), element("td", {}, String(count))),
    );
    if (omitted > 0) rows.push(element("tr", {}, element("td", {}, `${omitted} more`)));
    byId("drift-empty", HTMLElement).hidden = rows.length > 0;
    const table = byId("drift-table", HTMLTableElement);
    table.hidden = rows.length === 0;
    table.tBodies[0]?.replaceChildren(...rows);
    byId("drift-report", HTMLDialogElement).showModal();
  } catch (error) {
    toast(reasonOf(error));
  }
}
