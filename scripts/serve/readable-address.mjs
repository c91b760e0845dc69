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

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/**
 * Whether anything here may answer the method; Next answers 500 to TRACE, and writes it down each time.
 * @param {string | undefined} method
 */
export function isAnswerable(method = "") {
  return methods.includes(method);
}

/**
 * Refuses such a request where it is not the API's, which says more of it.
 * @param {import("node:http").ServerResponse} response
 */
export function refuseMethod(response) {
  response.writeHead(405, { allow: methods.join(", ") }).end();
}
