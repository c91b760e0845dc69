/** Reads the page anew, for another person or workspace: nothing of the one before may stay. */
export function readPageAgain(): void {
  sessionStorage.clear();
  window.location.reload();
}
