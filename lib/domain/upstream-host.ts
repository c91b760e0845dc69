const hostName = /^([a-z\d._-]+|\[[\da-f:]+\])$/;

/** Whether a text names a host, alone or with a port: `tracker.corp`, `10.0.0.1:8080`, `[fd00::1]:443`. */
export function isUpstreamHost(text: string): boolean {
  // Written out an IPv6 address may go without its brackets.
  if (/^[\da-f:.]+$/i.test(text) && URL.canParse(`http://[${text}]`)) return true;
  if (/[/?#@\\]|:$/.test(text) || !URL.canParse(`http://${text}`)) return false;
  return hostName.test(new URL(`http://${text}`).hostname);
}
