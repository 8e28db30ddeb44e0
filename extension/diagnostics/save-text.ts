/** Hands a text to the user as a file. */
export function saveText(text: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
  const link = document.createElement('a');

  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
