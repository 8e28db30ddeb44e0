/**
 * Installing the project must never fail because a browser could not be downloaded: the browser
 * is found, or fetched, by `test/support/find-browser.mjs` when one is needed.
 */
module.exports = { skipDownload: true };
