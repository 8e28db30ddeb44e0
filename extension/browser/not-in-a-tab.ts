/**
 * The phone's page opened in a tab, by its address, would answer in the phone's place. It shows the
 * phone instead. Tabs know `chrome.tabs`; an offscreen document has `chrome.runtime` only.
 */
if ('tabs' in chrome) {
  location.replace('popup.html');
  throw new Error('the phone lives in no tab');
}
