/** The host name by which a web page's site is known; null for what is no web page. */
export function hostOf(url: string | undefined): string | null {
  if (url === undefined || !/^https?:/i.test(url)) {
    return null;
  }

  return URL.canParse(url) ? new URL(url).hostname.toLowerCase() : null;
}
