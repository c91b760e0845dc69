/** Whether a host's name means the machine itself wherever it is used. */
export function isOnlyThisMachine(hostname: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\]|::1)$/i.test(hostname);
}
