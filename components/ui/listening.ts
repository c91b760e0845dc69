/** From here on the page answers: what is typed or chosen before is heard by nobody. */
export function markListening(): void {
  document.documentElement.dataset.listening = "";
}

/** False on the server, and until the document's own components are hydrated. */
export function isListening(): boolean {
  return typeof document !== "undefined" && "listening" in document.documentElement.dataset;
}
