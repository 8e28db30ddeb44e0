import browser from 'webextension-polyfill';

/** The origin of our own pages, `chrome-extension://ID`. */
export const ownOrigin = browser.runtime.getURL('').replace(/\/$/, '');
