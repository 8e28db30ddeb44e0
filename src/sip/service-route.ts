/** More hops than any network of one company has. */
const MOST_ROUTES = 10;
const LONGEST_ROUTE = 512;

/** A route by which a request may go: in brackets, to a SIP server that routes loosely (RFC 3261 §16.12.1.1). */
const ROUTE =
  /^<sips?:(?:[^\s<>"@;?,]+@)?(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::\d{1,5})?(?:;[^\s<>"?,;]+)*>(?:;[^\s<>",;]+)*$/;

/**
 * The way that a registrar wants our requests outside of dialogs to go (RFC 3608), from the 200's
 * Service-Route values; none where it does not say. A list with one route in it that nobody could
 * follow is left aside as a whole: half a way leads nowhere.
 */
export function serviceRouteOf(fields: readonly string[]): readonly string[] {
  const routes = fields
    .slice(0, MOST_ROUTES + 1)
    .flatMap((field) =>
      field.slice(0, (LONGEST_ROUTE + 1) * MOST_ROUTES).split(/,(?=[^>]*(?:<|$))/),
    )
    .map((route) => route.trim());

  return routes.length <= MOST_ROUTES && routes.every(isRoute) ? routes : [];
}

function isRoute(text: string): boolean {
  return text.length <= LONGEST_ROUTE && ROUTE.test(text) && /;lr(?:[=;>]|$)/i.test(text);
}
