/**
 * Whether the path of a request can be decoded; Next answers 500 where it cannot.
 * @param {string | undefined} url
 */
export function isReadable(url = "/") {
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

/**
 * Refuses such a request in the contract's form.
 * @param {import("node:http").ServerResponse} response
 */
export function refuseUnreadable(response) {
  const error = { code: "invalid_request", message: "The address cannot be read." };
  response.writeHead(400, { "content-type": "application/json" });
  response.end(JSON.stringify({ error }));
}
