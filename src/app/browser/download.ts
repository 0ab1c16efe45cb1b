/** Offers a file to be saved. */
export function downloadFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // No event tells when the browser has read the object URL.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
